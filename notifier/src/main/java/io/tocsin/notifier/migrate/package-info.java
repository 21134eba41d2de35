/** Says what of a configuration Tocsin does otherwise than Argo CD Notifications did. */
package io.tocsin.notifier.migrate;
