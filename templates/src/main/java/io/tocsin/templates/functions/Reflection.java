package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoTypes;

/** Sprig's chapter "Reflection Functions". */
final class Reflection {
  private Reflection() {}

  static Chapter chapter() {
    return new Chapter("Reflection")
        .add("typeOf", STRING, a -> GoTypes.name(a[0]), ANY)
        .add("typeIs", BOOL, a -> a[0].equals(GoTypes.name(a[1])), STRING, ANY)
        .add("typeIsLike", BOOL, a -> isLike(Args.text(a, 0), GoTypes.name(a[1])), STRING, ANY)
        .add("kindOf", STRING, a -> kind(a[0]), ANY)
        .add("kindIs", BOOL, a -> a[0].equals(kind(a[1])), STRING, ANY)
        .add("deepEqual", BOOL, a -> DeepEqual.test(a[0], a[1]), ANY, ANY);
  }

  private static boolean isLike(String wanted, String type) {
    return type.equals(wanted) || type.equals("*" + wanted);
  }

  /** The kind that Go's reflection prints, such as {@code slice} or {@code int64}. */
  static String kind(Object value) {
    return switch (GoTypes.kind(value)) {
      case INVALID -> "invalid";
      case SLICE -> "slice";
      case MAP -> "map";
      case FUNC -> "func";
      case STRUCT -> GoTypes.name(value).startsWith("*") ? "ptr" : "struct";
      default ->
          value instanceof GoObject object
              ? object.underlying().map(GoTypes::name).orElse("struct")
              : GoTypes.name(value);
    };
  }
}
