/** The command {@code tocsin}. */
package io.tocsin.notifier.cli;
