/** Makes a script of JEXL of a tree. No text of the expression gets into the script. */
package io.tocsin.triggers.emit;
