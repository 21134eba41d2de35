/** The patch formats of the API, over plain maps and lists. */
package io.tocsin.embedded.patch;
