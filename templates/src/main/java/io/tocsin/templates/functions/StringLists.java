package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.STRINGS;
import static io.tocsin.templates.golang.GoType.STRING_MAP;

import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sprig's chapter "String List Functions". */
final class StringLists {
  private StringLists() {}

  static Chapter chapter() {
    return new Chapter("String lists")
        .add("join", STRING, a -> Texts.join(of(a[1]), Args.text(a, 0)), STRING, ANY)
        .add(
            "splitList",
            STRINGS,
            a -> typed(Texts.split(Args.text(a, 1), Args.text(a, 0), -1)),
            STRING,
            STRING)
        .add(
            "split",
            STRING_MAP,
            a -> numbered(Texts.split(Args.text(a, 1), Args.text(a, 0), -1)),
            STRING,
            STRING)
        .add(
            "splitn",
            STRING_MAP,
            a -> numbered(Texts.split(Args.text(a, 2), Args.text(a, 0), Args.integer(a, 1))),
            STRING,
            INT,
            STRING)
        .add("sortAlpha", STRINGS, a -> typed(sorted(a[0])), ANY);
  }

  /** A list as texts, without its nils; anything else as a list of one text. */
  static List<String> of(Object value) {
    if (value == null) {
      return List.of();
    }
    return Lists.isList(value)
        ? Lists.of(value).stream().filter(Objects::nonNull).map(Texts::of).toList()
        : List.of(Texts.of(value));
  }

  static Object typed(List<String> texts) {
    return GoTyped.list(GoType.STRINGS, texts);
  }

  private static Object numbered(List<String> pieces) {
    Map<String, String> map = HashMap.newHashMap(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      map.put("_" + i, pieces.get(i));
    }
    return GoTyped.map(GoType.STRING_MAP, map);
  }

  private static List<String> sorted(Object value) {
    return Lists.isList(value)
        ? of(value).stream().sorted(GoStrings::compare).toList()
        : List.of(Texts.of(value));
  }
}
