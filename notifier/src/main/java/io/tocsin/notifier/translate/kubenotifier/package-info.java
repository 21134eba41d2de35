/** Notifications of Argo Kube Notifier, the resource of {@code argoproj.io}, translated. */
package io.tocsin.notifier.translate.kubenotifier;
