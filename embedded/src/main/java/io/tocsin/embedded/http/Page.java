package io.tocsin.embedded.http;

import io.tocsin.embedded.store.Stored;
import java.util.List;

/**
 * A part of a list.
 *
 * @param token continues the list; empty at its end
 * @param remaining how many objects follow; negative when unknown
 */
record Page(long version, List<Stored> objects, String token, long remaining) {}
