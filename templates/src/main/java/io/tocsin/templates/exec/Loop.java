package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoMaps;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTypes;
import java.util.List;
import java.util.Map;

/**
 * A {@code range}.
 *
 * @param key where the index or key goes, or -1
 * @param element where the element goes, or -1
 */
record Loop(Expression expression, int key, int element, Step body, Step otherwise, Site site)
    implements Step {
  @Override
  public Flow run(Frame frame) {
    Object value = expression.value(frame);
    Object outer = frame.dot;
    boolean ran =
        switch (value) {
          case null -> false;
          case List<?> list -> overList(frame, list);
          case Map<?, ?> map -> overMap(frame, map);
          case byte[] bytes -> overBytes(frame, bytes);
          case Nil _ -> false;
          default -> overNumber(frame, value);
        };
    frame.dot = outer;
    return ran ? Flow.NEXT : otherwise.run(frame);
  }

  private boolean overList(Frame frame, List<?> list) {
    int size = list.size();
    for (int i = 0; i < size; i++) {
      if (key >= 0) {
        frame.variables[key] = GoInt.of(i);
      }
      if (isLeftAfter(frame, list.get(i))) {
        break;
      }
    }
    return size > 0;
  }

  private boolean overMap(Frame frame, Map<?, ?> map) {
    for (Map.Entry<?, ?> entry : GoMaps.sorted(map)) {
      if (key >= 0) {
        frame.variables[key] = entry.getKey();
      }
      if (isLeftAfter(frame, entry.getValue())) {
        break;
      }
    }
    return !map.isEmpty();
  }

  private boolean overBytes(Frame frame, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (key >= 0) {
        frame.variables[key] = GoInt.of(i);
      }
      if (isLeftAfter(frame, GoInteger.of(GoType.UINT8, bytes[i] & 0xFF))) {
        break;
      }
    }
    return bytes.length > 0;
  }

  private boolean overNumber(Frame frame, Object value) {
    Object bare = GoTypes.bare(value);
    GoType type =
        switch (bare) {
          case Long _ -> GoType.INT64;
          case GoInt _ -> GoType.INT;
          case GoInteger integer -> integer.type();
          default -> throw site.fail("range can't iterate over " + GoFormat.sprint(value));
        };
    if (key >= 0) {
      throw site.fail(
          "can't use " + GoFormat.sprint(value) + " to iterate over more than one variable");
    }
    long end = ((Number) bare).longValue();
    for (long i = 0; i < end; i++) {
      if (isLeftAfter(frame, GoCalls.integer(i, type))) {
        break;
      }
    }
    return end > 0;
  }

  /** Runs the body once; whether a {@code break} left the loop. */
  private boolean isLeftAfter(Frame frame, Object item) {
    frame.rendering.step(site);
    Object held = Nil.held(item);
    if (element >= 0) {
      frame.variables[element] = held;
    }
    frame.dot = held;
    return body.run(frame) == Flow.BREAK;
  }
}
