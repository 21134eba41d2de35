package io.tocsin.controller.runtime;

import java.util.Locale;

/** What kinds are called in paths, by the rules of English; the API may say otherwise. */
public final class Plural {
  private Plural() {}

  public static String of(String kind) {
    String name = kind.toLowerCase(Locale.ROOT);
    if (name.endsWith("endpoints")) {
      return name;
    }
    if (name.matches(".*[^aeiou]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return name.matches(".*(s|x|z|ch|sh)") ? name + "es" : name + "s";
  }
}
