/** Objects as rows of a table, for people who read them in a terminal. */
package io.tocsin.embedded.table;
