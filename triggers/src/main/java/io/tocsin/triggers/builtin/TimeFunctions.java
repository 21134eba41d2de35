package io.tocsin.triggers.builtin;

import static io.tocsin.triggers.run.Values.text;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoLocation;
import io.tocsin.templates.golang.time.GoTime;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Site;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times, durations and time zones. */
final class TimeFunctions {
  private static final List<String> LAYOUTS =
      List.of(
          "2006-01-02",
          "15:04:05",
          "2006-01-02 15:04:05",
          "2006-01-02T15:04:05Z07:00",
          "02 Jan 06 15:04 MST",
          "Monday, 02-Jan-06 15:04:05 MST",
          "Mon, 02 Jan 2006 15:04:05 MST");

  private TimeFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("now", (run, arguments) -> now(arguments));
    all.put("duration", (run, arguments) -> GoDuration.parse(text(arguments[0])));
    all.put("date", (run, arguments) -> date(arguments));
    all.put("timezone", (run, arguments) -> location(text(arguments[0])));
  }

  private static Object now(Object[] arguments) {
    GoLocation location =
        arguments.length == 1 && arguments[0] instanceof GoLocation given
            ? given
            : GoLocation.LOCAL;
    return GoTime.of(Instant.now()).in(location);
  }

  private static GoLocation location(String name) {
    return GoLocation.load(name).orElseThrow(() -> new Failure("unknown time zone " + name));
  }

  private static Object date(Object[] arguments) {
    boolean located = arguments[0] instanceof GoLocation;
    GoLocation location = located ? (GoLocation) arguments[0] : null;
    Object[] rest = located ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    if (rest.length == 0) {
      throw new Failure("date needs a string after the time zone");
    }
    String text = text(rest[0]);
    return switch (rest.length) {
      case 2 -> parse(text(rest[1]), text, location);
      case 3 -> parse(text(rest[1]), text, location(text(rest[2])));
      default -> guess(text, location);
    };
  }

  private static GoTime guess(String text, GoLocation location) {
    return LAYOUTS.stream()
        .flatMap(layout -> tried(layout, text, location).stream())
        .findFirst()
        .orElseThrow(() -> new Failure("invalid date " + text));
  }

  private static Optional<GoTime> tried(String layout, String text, GoLocation location) {
    try {
      return Optional.of(parse(layout, text, location));
    } catch (GoException e) {
      return Optional.empty();
    }
  }

  private static GoTime parse(String layout, String text, GoLocation location) {
    return location == null ? GoTime.parse(layout, text) : GoTime.parse(layout, text, location);
  }
}
