package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Values;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/** Operations on the bits of ints. */
final class BitFunctions {
  private BitFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("bitand", operation("bitand", (x, y) -> x & y));
    all.put("bitor", operation("bitor", (x, y) -> x | y));
    all.put("bitxor", operation("bitxor", (x, y) -> x ^ y));
    all.put("bitnand", operation("bitnand", (x, y) -> x & ~y));
    all.put("bitshl", shift("bitshl", (x, y) -> y < Long.SIZE ? x << y : 0));
    all.put("bitshr", shift("bitshr", (x, y) -> x >> Math.min(y, Long.SIZE - 1)));
    all.put("bitushr", shift("bitushr", (x, y) -> y < Long.SIZE ? x >>> y : 0));
    all.put("bitnot", (run, arguments) -> GoInt.of(~whole("bitnot", arguments[0])));
  }

  private static Site.Body operation(String name, LongBinaryOperator operator) {
    return (run, arguments) ->
        GoInt.of(operator.applyAsLong(whole(name, arguments[0]), whole(name, arguments[1])));
  }

  private static Site.Body shift(String name, LongBinaryOperator operator) {
    return operation(
        name,
        (x, y) -> {
          if (y < 0) {
            throw new Failure("%s by a negative count, %d".formatted(name, y));
          }
          return operator.applyAsLong(x, y);
        });
  }

  private static long whole(String name, Object value) {
    if (Values.isInteger(value)) {
      return ((Number) value).longValue();
    }
    throw NumberFunctions.invalid(name, value);
  }
}
