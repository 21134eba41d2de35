package io.tocsin.bench.load.ledger;

/**
 * One thing worth telling, to one receiver.
 *
 * @param revision what the turn of the application set; no two turns have the same
 */
public record Message(String receiver, String application, String trigger, String revision) {}
