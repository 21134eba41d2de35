/** Finds the mistakes in an expression that show without data, as Expr does. */
package io.tocsin.triggers.check;
