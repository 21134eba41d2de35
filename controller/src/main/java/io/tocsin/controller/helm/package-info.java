/** Helm charts as an Application's source: what {@code source.helm} says, rendered to manifests. */
package io.tocsin.controller.helm;
