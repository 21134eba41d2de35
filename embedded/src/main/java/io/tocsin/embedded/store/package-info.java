/** Versioned storage: the current objects, a bounded history of changes, optionally on disk. */
package io.tocsin.embedded.store;
