/** The product: configuration, subscriptions, deduplication, delivery, the command. */
package io.tocsin.notifier;
