/** When to notify: Expr, the language of Argo CD's conditions, run on JEXL. */
package io.tocsin.triggers;
