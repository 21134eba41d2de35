package io.tocsin.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A request, its body read.
 *
 * @param path the decoded segments of the path
 */
record Request(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    Body body) {
  /** The bytes of a body; not to be changed. */
  static final class Body {
    private final byte[] bytes;

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  static Request read(HttpExchange exchange) throws IOException {
    String rawPath = exchange.getRequestURI().getRawPath();
    List<String> path = new ArrayList<>();
    for (String segment : rawPath.split("/")) {
      if (!segment.isEmpty()) {
        path.add(decode(segment.replace("+", "%2B")));
      }
    }
    return new Request(
        exchange.getRequestMethod(),
        List.copyOf(path),
        query(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders(),
        new Body(exchange.getRequestBody().readAllBytes()));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      query.putIfAbsent(decode(key), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A header, or an empty text. */
  String header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  /** A parameter of the query, or an empty text. */
  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  /** A parameter that is a whole number, 0 or more. */
  Optional<Long> number(String name) {
    String text = parameter(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseUnsignedLong(text));
    } catch (NumberFormatException e) {
      throw Failures.internal(
          "%s: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
              .formatted(name, text, text));
    }
  }

  boolean flag(String name) {
    String text = parameter(name);
    return query.containsKey(name) && !text.equals("false") && !text.equals("0");
  }

  /** The media type of the body, without parameters. */
  String mediaType() {
    String type = header("Content-type");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** The object in the body. */
  Map<String, Object> object(String kind) {
    return switch (mediaType()) {
      case "", "application/json" -> parse(kind, false);
      case "application/yaml" -> parse(kind, true);
      case "application/vnd.kubernetes.protobuf" -> throw Failures.protobufBody();
      default -> throw Failures.unsupportedBody();
    };
  }

  private Map<String, Object> parse(String kind, boolean yaml) {
    try {
      return yaml ? Json.yamlObject(body.bytes()) : Json.object(body.bytes());
    } catch (JacksonException e) {
      throw Failures.badRequest(
          "the object provided is unrecognized (must be of type %s): %s"
              .formatted(kind, e.getOriginalMessage()));
    }
  }
}
