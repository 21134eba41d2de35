package io.tocsin.services.options;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The tokens that a URL holds: long values of its query, long segments of its path, a password. */
final class UrlSecrets {
  private static final int LONG_VALUE = 12;
  private static final int LONG_SEGMENT = 20;

  private UrlSecrets() {}

  static boolean valid(String url) {
    return HttpUrl.parse(url) != null;
  }

  static List<String> in(String url) {
    HttpUrl parsed = Objects.requireNonNull(HttpUrl.parse(url));
    Stream<String> values =
        parsed.queryParameterNames().stream()
            .flatMap(name -> parsed.queryParameterValues(name).stream())
            .filter(value -> value != null && value.length() >= LONG_VALUE);
    Stream<String> segments =
        parsed.pathSegments().stream().filter(segment -> segment.length() >= LONG_SEGMENT);
    Stream<String> password = Stream.of(parsed.password()).filter(value -> !value.isEmpty());
    return Stream.of(values, segments, password).flatMap(part -> part).toList();
  }
}
