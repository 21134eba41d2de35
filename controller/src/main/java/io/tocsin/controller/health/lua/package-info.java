/** Lua without access to anything, bounded in time, memory and depth. */
package io.tocsin.controller.health.lua;
