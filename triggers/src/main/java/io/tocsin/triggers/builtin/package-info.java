/** Expr's builtin functions, a file a chapter. */
package io.tocsin.triggers.builtin;
