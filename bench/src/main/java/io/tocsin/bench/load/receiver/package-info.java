/** Receivers of messages, with set behaviour. */
package io.tocsin.bench.load.receiver;
