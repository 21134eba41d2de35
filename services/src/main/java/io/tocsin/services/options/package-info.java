/** Reads what a configuration says, strictly: nothing is silently ignored. */
package io.tocsin.services.options;
