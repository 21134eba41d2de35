package io.tocsin.embedded.api;

import io.tocsin.embedded.store.Stored;

/** What an apply left, and whether the object is new. */
public record Applied(Stored stored, boolean created) {}
