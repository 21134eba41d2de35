/** Where charts are fetched from: Helm repositories and OCI registries. */
package io.tocsin.controller.helm.registry;
