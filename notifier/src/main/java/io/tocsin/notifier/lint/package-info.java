/** Checks a configuration and the subscriptions to it as files, before they reach a cluster. */
package io.tocsin.notifier.lint;
