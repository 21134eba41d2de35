package io.tocsin.notifier.rbac;

/**
 * A kind as permissions name it.
 *
 * @param guessed whether nobody who knows was asked
 */
record WatchedKind(String group, String plural, boolean namespaced, boolean guessed) {}
