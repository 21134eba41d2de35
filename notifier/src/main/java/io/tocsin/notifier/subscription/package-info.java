/** Who is to be told: the subscriptions of the ConfigMap and of annotations. */
package io.tocsin.notifier.subscription;
