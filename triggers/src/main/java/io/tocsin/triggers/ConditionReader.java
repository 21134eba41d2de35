package io.tocsin.triggers;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.triggers.ExpressionException.Phase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a trigger's definition as the original's YAML library does. */
final class ConditionReader {
  /** The state counts seconds. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final List<String> LASTING = List.of("for", "delay", "repeatEvery", "recovery");

  private final String place;
  private final String path;
  private final Map<?, ?> definition;

  private ConditionReader(String place, String path, Map<?, ?> definition) {
    this.place = place;
    this.path = path;
    this.definition = definition;
  }

  static List<Condition> read(String trigger, Object definition) {
    List<?> definitions =
        switch (definition) {
          case null -> List.of();
          case List<?> list -> list;
          default -> List.of(definition);
        };
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      String place = "trigger " + trigger + ", condition " + i;
      String path = definition instanceof List<?> ? "[" + i + "]" : "";
      if (!(definitions.get(i) instanceof Map<?, ?> map)) {
        throw new ExpressionException(Phase.COMPILE, "expected a mapping")
            .saying(place + ": expected a mapping")
            .in(path);
      }
      conditions.add(new ConditionReader(place, path, map).condition(i));
    }
    return conditions;
  }

  private Condition condition(int index) {
    String when = text("when");
    String oncePer = text("oncePer");
    Condition condition = read(index, when, oncePer);
    if (condition.aboutChange()) {
      String lasting =
          LASTING.stream().filter(field -> definition.get(field) != null).findFirst().orElse("");
      if (!lasting.isEmpty()) {
        throw wrong(
            lasting,
            "cannot stand with a condition that names event, old, changed or diff: what happens"
                + " does not last");
      }
    }
    return condition;
  }

  private Condition read(int index, String when, String oncePer) {
    return new Condition(
        "[%d].%s".formatted(index, hash(when)),
        compile("when", when.isEmpty() ? "false" : when),
        oncePer.isEmpty() ? Optional.empty() : Optional.of(compile("oncePer", oncePer)),
        names("send"),
        text("description"),
        new Timing(
            duration("for"), duration("delay"), duration("repeatEvery"), duration("throttle")),
        names("recovery"));
  }

  private Optional<Duration> duration(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.ofNanos(GoDuration.parse(text).nanoseconds());
      if (duration.compareTo(SHORTEST) < 0) {
        throw wrong(field, "must be at least 1s, not " + text);
      }
      return Optional.of(duration);
    } catch (GoException e) {
      throw wrong(field, "'" + text + "' is no duration such as 90s, 5m or 4h");
    }
  }

  /** A YAML boolean or number in place of a string is its text; null is none. */
  private String text(String field) {
    return switch (definition.get(field)) {
      case null -> "";
      case String text -> text;
      case Boolean truth -> truth.toString();
      case Number number -> GoFormat.sprint(number);
      default -> throw wrong(field, "expected a string");
    };
  }

  private List<String> names(String field) {
    return switch (definition.get(field)) {
      case null -> List.of();
      case List<?> list ->
          list.stream()
              .map(
                  template -> {
                    if (template instanceof List<?> || template instanceof Map<?, ?>) {
                      throw wrong(field, "expected a list of template names");
                    }
                    return GoFormat.sprint(template);
                  })
              .toList();
      case String template -> List.of(template);
      default -> throw wrong(field, "expected a list of template names");
    };
  }

  private Expression compile(String field, String source) {
    try {
      return Expression.compile(source);
    } catch (ExpressionException e) {
      throw e.saying(message(field, e.getMessage())).in(path(field));
    }
  }

  private ExpressionException wrong(String field, String problem) {
    return new ExpressionException(Phase.COMPILE, field + ": " + problem)
        .saying(message(field, problem))
        .in(path(field));
  }

  private String message(String field, String problem) {
    return place + ", " + field + ": " + problem;
  }

  private String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
