/** Which messages are expected, and what became of them. */
package io.tocsin.bench.load.ledger;
