/** Plain JEXL for those who ask for it, in the same cage. */
package io.tocsin.triggers.plain;
