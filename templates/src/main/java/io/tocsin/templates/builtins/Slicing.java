package io.tocsin.templates.builtins;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoTyped;
import io.tocsin.templates.golang.GoTypes;
import java.util.Arrays;
import java.util.List;

/** {@code slice}. A list has no room beyond its length here, as it may have in Go. */
final class Slicing {
  private static final int MAX_INDEXES = 3;

  private Slicing() {}

  static Object slice(Object[] arguments) {
    Object item = arguments[0];
    int indexes = arguments.length - 1;
    if (item == null) {
      throw new GoException("slice of untyped nil");
    }
    if (indexes > MAX_INDEXES) {
      throw new GoException("too many slice indexes: " + indexes);
    }
    return switch (item) {
      case String _ when indexes == MAX_INDEXES ->
          throw new GoException("cannot 3-index slice a string");
      case String string -> {
        int[] range = range(arguments, GoStrings.length(string));
        yield GoStrings.slice(string, range[0], range[1]);
      }
      case byte[] bytes -> {
        int[] range = range(arguments, bytes.length);
        yield Arrays.copyOfRange(bytes, range[0], range[1]);
      }
      case List<?> list -> {
        int[] range = range(arguments, list.size());
        List<?> part = list.subList(range[0], range[1]);
        yield list instanceof GoTyped typed ? GoTyped.list(typed.type(), part) : part;
      }
      default -> throw new GoException("can't slice item of type " + GoTypes.name(item));
    };
  }

  private static int[] range(Object[] arguments, int length) {
    int[] range = {0, length, length};
    for (int i = 1; i < arguments.length; i++) {
      range[i - 1] = Indexing.bound(arguments[i], length);
    }
    for (int i = 0; i < 2; i++) {
      if (range[i] > range[i + 1]) {
        throw new GoException("invalid slice index: " + range[i] + " > " + range[i + 1]);
      }
    }
    return range;
  }
}
