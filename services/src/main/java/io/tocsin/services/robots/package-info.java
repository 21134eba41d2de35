/** What chat robots of several vendors have in common. */
package io.tocsin.services.robots;
