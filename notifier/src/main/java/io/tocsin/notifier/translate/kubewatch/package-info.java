/** What becomes of kubewatch's configuration, {@code .kubewatch.yaml}, here. */
package io.tocsin.notifier.translate.kubewatch;
