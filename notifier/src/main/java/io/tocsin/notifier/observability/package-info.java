/** Metrics, log lines and health over HTTP. */
package io.tocsin.notifier.observability;
