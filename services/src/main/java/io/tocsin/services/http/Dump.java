package io.tocsin.services.http;

import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Protocol;

/** Writes exchanges down as they look on the wire in HTTP/1.1. */
final class Dump {
  private Dump() {}

  static String of(HttpRequest request, HttpUrl url) {
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
    String headers =
        request.headers().stream()
            .map(header -> header.name() + ": " + header.value() + "\n")
            .collect(Collectors.joining());
    return request.method()
        + " "
        + url.encodedPath()
        + query
        + " HTTP/1.1\nHost: "
        + url.host()
        + port
        + "\n"
        + headers
        + "\n"
        + request.body();
  }

  static String of(HttpAnswer answer, Protocol protocol) {
    String version =
        switch (protocol) {
          case HTTP_1_0 -> "HTTP/1.0";
          case HTTP_2, H2_PRIOR_KNOWLEDGE -> "HTTP/2.0";
          default -> "HTTP/1.1";
        };
    String headers =
        answer.headers().entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().stream()
                        .map(value -> capital(header.getKey()) + ": " + value))
            .collect(Collectors.joining("\n"));
    return (version + " " + answer.status() + " " + answer.reason()).strip()
        + "\n"
        + headers
        + "\n\n"
        + answer.body();
  }

  /** A header's name in the usual case: HTTP/2 sends them in lower case. */
  private static String capital(String name) {
    StringBuilder text = new StringBuilder(name);
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.charAt(i - 1) == '-') {
        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return text.toString();
  }
}
