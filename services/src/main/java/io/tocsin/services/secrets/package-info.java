/** Keeps secrets out of everything that people read. */
package io.tocsin.services.secrets;
