/** Reads Expr: words, then a tree. */
package io.tocsin.triggers.syntax;
