package io.tocsin.controller.source;

import java.util.List;
import java.util.Map;

/** About how many bytes values take in memory. */
final class Weights {
  private static final long OBJECT = 24;
  private static final long ENTRY = 48;
  private static final long SLOT = 8;

  private Weights() {}

  static long of(Object value) {
    return switch (value) {
      case String text -> OBJECT * 2 + text.length();
      case Map<?, ?> map -> {
        long bytes = OBJECT * 2;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          bytes += ENTRY + of(entry.getKey()) + of(entry.getValue());
        }
        yield bytes;
      }
      case List<?> list -> {
        long bytes = OBJECT;
        for (Object item : list) {
          bytes += SLOT + of(item);
        }
        yield bytes;
      }
      case null -> 0;
      default -> OBJECT;
    };
  }
}
