/** The real API server, for tests that show that the embedded one behaves like it. */
package io.tocsin.embedded.real;
