/** What {@code argocd-cm} says about kinds of resources. */
package io.tocsin.controller.customization;
