package io.tocsin.templates.functions;

import java.util.HashMap;
import java.util.Map;

/**
 * A map that templates may change: one that a function made while the template runs, never one of
 * the caller's. For one thread.
 */
public final class Dict extends HashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  public Dict() {}

  /** With the entries of another map, which is not changed through this one. */
  public Dict(Map<String, ?> entries) {
    super(entries);
  }

  /** The map itself when templates may change it, else a copy that they may. */
  static Dict changeable(Map<String, Object> map) {
    return map instanceof Dict dict ? dict : new Dict(map);
  }

  /** Maps are told apart by who they are where it matters, and compared by {@link DeepEqual}. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
