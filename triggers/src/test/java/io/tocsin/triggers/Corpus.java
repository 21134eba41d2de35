package io.tocsin.triggers;

import io.tocsin.templates.functions.Helpers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Expressions with the answers that Expr 1.17.8 gave: the first line has the variables of all. */
final class Corpus {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Corpus() {}

  /** The variables of the corpus with Argo CD's helpers at a fixed time. */
  static Map<String, Object> variables() {
    Map<String, Object> variables =
        new HashMap<>(Helpers.variables(Clock.fixed(NOON, ZoneOffset.UTC)));
    toGo(lines().findFirst().orElseThrow().get("env"), variables);
    return variables;
  }

  static Stream<JsonNode> cases() {
    return lines().skip(1);
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  private static Stream<JsonNode> lines() {
    try (InputStream resource = Corpus.class.getResourceAsStream("/corpus.jsonl")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().map(Corpus::json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void toGo(JsonNode object, Map<String, Object> into) {
    object.properties().forEach(entry -> into.put(entry.getKey(), toGo(entry.getValue())));
  }

  /** Whole numbers are int64, as in objects of Kubernetes. */
  private static Object toGo(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      toGo(node, map);
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(toGo(element)));
      return list;
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? null : node.stringValue();
  }
}
