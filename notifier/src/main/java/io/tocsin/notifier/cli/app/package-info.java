/** {@code tocsin app}: Applications, through the Kubernetes API alone. */
package io.tocsin.notifier.cli.app;
