/** Prints notifications, for trying templates out. */
package io.tocsin.services.console;
