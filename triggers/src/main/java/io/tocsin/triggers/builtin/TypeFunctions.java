package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.triggers.run.Site;
import java.util.List;
import java.util.Map;

/** What a value is, how long, and how it prints. */
final class TypeFunctions {
  private TypeFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("len", (run, arguments) -> GoInt.of(length(arguments[0])));
    all.put("type", (run, arguments) -> type(arguments[0]));
    all.put("string", (run, arguments) -> GoFormat.sprint(arguments[0]));
  }

  /** A string's length is the number of its characters. */
  private static int length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case byte[] bytes -> bytes.length;
      case null, default -> throw NumberFunctions.invalid("len", value);
    };
  }

  private static String type(Object value) {
    return switch (value) {
      case null -> "nil";
      case Boolean _ -> "bool";
      case String _ -> "string";
      case Double _ -> "float";
      case GoInteger number -> number.isUnsigned() ? "uint" : "int";
      case Number _ -> "int";
      case List<?> _ -> "array";
      case byte[] _ -> "array";
      case Map<?, ?> _ -> "map";
      case GoFunction _ -> "func";
      case GoObject object -> object.typeName().replaceFirst("^\\*", "");
      default -> "unknown";
    };
  }
}
