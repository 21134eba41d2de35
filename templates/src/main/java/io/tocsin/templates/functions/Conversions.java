package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.FLOAT64;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.INT64;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.STRINGS;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoInt;

/** Sprig's chapter "Type Conversion Functions". */
final class Conversions {
  private Conversions() {}

  static Chapter chapter() {
    return new Chapter("Type conversion")
        .add("atoi", INT, a -> GoInt.of(Numbers.nearest(Args.text(a, 0))), STRING)
        .add("int", INT, a -> Casts.toInt(a[0]), ANY)
        .add("int64", INT64, a -> Casts.toLong(a[0]), ANY)
        .add("float64", FLOAT64, a -> Casts.toDouble(a[0]), ANY)
        .add("toDecimal", INT64, a -> Numbers.integer(GoFormat.sprint(a[0]), 8).orElse(0), ANY)
        .add("toString", STRING, a -> Texts.of(a[0]), ANY)
        .add("toStrings", STRINGS, a -> StringLists.typed(StringLists.of(a[0])), ANY);
  }
}
