/** How fast the languages are. */
package io.tocsin.bench;
