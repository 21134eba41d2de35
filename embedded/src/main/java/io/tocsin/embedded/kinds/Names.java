package io.tocsin.embedded.kinds;

import java.util.List;
import java.util.Locale;

/** The names of a kind, as discovery shows them. */
public record Names(
    String plural,
    String singular,
    String kind,
    String listKind,
    List<String> shortNames,
    List<String> categories) {
  public Names {
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
  }

  static Names builtIn(String kind, String plural, String... shortNames) {
    return new Names(
        plural, kind.toLowerCase(Locale.ROOT), kind, kind + "List", List.of(shortNames), List.of());
  }
}
