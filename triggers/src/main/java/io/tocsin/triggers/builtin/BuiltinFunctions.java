package io.tocsin.triggers.builtin;

import io.tocsin.triggers.run.Site;
import java.util.HashMap;
import java.util.Map;

/** All builtins that take no predicate, by name. */
public final class BuiltinFunctions {
  private static final Map<String, Site.Body> ALL = all();

  private BuiltinFunctions() {}

  /**
   * The builtin of that name; the number of its arguments has been checked.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Site.Body named(String name) {
    Site.Body body = ALL.get(name);
    if (body == null) {
      throw new IllegalArgumentException("no builtin " + name);
    }
    return body;
  }

  private static Map<String, Site.Body> all() {
    Map<String, Site.Body> all = new HashMap<>();
    NumberFunctions.addTo(all);
    BitFunctions.addTo(all);
    ExtremeFunctions.addTo(all);
    TextFunctions.addTo(all);
    SplitFunctions.addTo(all);
    ListFunctions.addTo(all);
    MapFunctions.addTo(all);
    EncodingFunctions.addTo(all);
    TimeFunctions.addTo(all);
    TypeFunctions.addTo(all);
    return Map.copyOf(all);
  }
}
