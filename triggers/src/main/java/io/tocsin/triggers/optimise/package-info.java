/**
 * Expr's optimiser, as far as it shows: some errors do not happen because of it, some happen
 * earlier.
 */
package io.tocsin.triggers.optimise;
