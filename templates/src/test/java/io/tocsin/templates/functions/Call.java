package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** Calls functions as templates do; Java's {@code int} is Go's. */
final class Call {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static final Map<String, GoFunction> FUNCTIONS =
      Sprig.functions(Clock.fixed(NOW, ZoneOffset.UTC));

  private Call() {}

  static Object function(String name, Object... arguments) {
    return GoCalls.call(FUNCTIONS.get(name), Arrays.stream(arguments).map(Call::value).toArray());
  }

  static String text(String name, Object... arguments) {
    return (String) function(name, arguments);
  }

  private static Object value(Object argument) {
    return argument instanceof Integer number ? GoInt.of(number) : argument;
  }
}
