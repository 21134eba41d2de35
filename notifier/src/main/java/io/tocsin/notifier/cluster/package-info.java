/** The controller in a cluster: what it watches, what it writes, what it shows of itself. */
package io.tocsin.notifier.cluster;
