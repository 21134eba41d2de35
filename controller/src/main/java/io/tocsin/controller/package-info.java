/** The controller runtime, and on it the sync controller for Applications. */
package io.tocsin.controller;
