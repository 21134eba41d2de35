package io.tocsin.templates;

import io.tocsin.templates.functions.Helpers;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A line of a corpus: what Go's implementation answers.
 *
 * <p>{@code template}, {@code data} and {@code functions} (none, sprig or engine) make {@code out},
 * or {@code error} and its {@code phase} (parse or exec). With {@code engine}, the variables {@code
 * time}, {@code strings} and {@code repo} are there and it is noon on 2026-06-01, UTC. Optional:
 * {@code option} as Go's templates take it, {@code types} by variable, such as {@code
 * map[string][]byte}.
 */
record CorpusCase(String origin, JsonNode json) {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  String template() {
    return json.get("template").stringValue();
  }

  String functions() {
    return json.get("functions").stringValue();
  }

  MissingKey missingKey() {
    return switch (json.path("option").stringValue("")) {
      case "missingkey=zero" -> MissingKey.ZERO;
      case "missingkey=error" -> MissingKey.ERROR;
      default -> MissingKey.DEFAULT;
    };
  }

  String expected() {
    return json.has("out")
        ? json.get("out").stringValue()
        : "fails to " + json.get("phase").stringValue();
  }

  Object data() {
    Object data = value(json.path("data"));
    if (data instanceof Map<?, ?> map) {
      Map<String, Object> typed = new LinkedHashMap<>();
      map.forEach((key, value) -> typed.put((String) key, typed((String) key, value)));
      if (functions().equals("engine")) {
        Helpers.variables(NOW).forEach(typed::putIfAbsent);
      }
      return typed;
    }
    return data;
  }

  private Object typed(String name, Object value) {
    return switch (json.path("types").path(name).stringValue("")) {
      case "map[string][]byte" -> GoTyped.map(GoType.BYTES_MAP, entries(value, CorpusCase::bytes));
      case "map[string]string" -> GoTyped.map(GoType.STRING_MAP, entries(value, GoFormat::sprint));
      default -> value;
    };
  }

  private static Map<String, Object> entries(Object map, Function<Object, Object> change) {
    Map<String, Object> entries = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> entries.put((String) key, change.apply(value)));
    return entries;
  }

  private static Object bytes(Object text) {
    return GoFormat.sprint(text).getBytes(StandardCharsets.UTF_8);
  }

  /** JSON as Kubernetes reads it: whole numbers are int64, all others float64. */
  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(element -> list.add(value(element)));
        yield list;
      }
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      default -> null;
    };
  }

  @Override
  public String toString() {
    return origin + ": " + template();
  }
}
