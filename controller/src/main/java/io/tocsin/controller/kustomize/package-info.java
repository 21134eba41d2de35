/** Kustomizations, built without the binary, or with it. */
package io.tocsin.controller.kustomize;
