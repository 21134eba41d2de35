/** Escapes the values of a Go template by their place in the HTML around them. */
package io.tocsin.services.html;
