/** Label and field selectors in the syntax of the Kubernetes API. */
package io.tocsin.embedded.selector;
