/** Reads argocd-notifications-cm and argocd-notifications-secret into an immutable snapshot. */
package io.tocsin.notifier.config;
