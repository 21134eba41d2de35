/** Pushover. */
package io.tocsin.services.pushover;
