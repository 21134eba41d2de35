/** A small in-memory Kubernetes API. */
package io.tocsin.embedded;
