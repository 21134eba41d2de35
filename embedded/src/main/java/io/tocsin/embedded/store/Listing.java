package io.tocsin.embedded.store;

import java.util.List;

/** The objects of a resource as they were at one version, in order. */
public record Listing(long version, List<Stored> objects) {}
