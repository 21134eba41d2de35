package io.tocsin.services.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What is done to URLs. */
public final class Urls {
  private Urls() {}

  /** The host alone, which is no secret; {@code an invalid URL} where there is none. */
  public static String host(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    return parsed == null ? "an invalid URL" : parsed.host();
  }

  /** Why a URL cannot be sent to; empty when it can. */
  public static Optional<String> problem(String url) {
    return HttpUrl.parse(url) == null
        ? Optional.of("must be a URL that begins with http:// or https://")
        : Optional.empty();
  }

  /** The URL without slashes at its end. */
  public static String base(String url) {
    return trimRight(url);
  }

  /** A text as one segment of a path or one value of a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** A text as the value of a header: what is not printable ASCII is percent-encoded. */
  public static String encodeHeader(String text) {
    StringBuilder value = new StringBuilder();
    for (byte unit : text.getBytes(UTF_8)) {
      boolean plain = unit > 0x20 && unit < 0x7f && unit != '"' && unit != '%';
      value.append(plain ? String.valueOf((char) unit) : "%%%02X".formatted(unit & 0xff));
    }
    return value.toString();
  }

  /**
   * Appends a path, with or without a query, to a URL, with or without a query: exactly one slash
   * joins the paths, and the second query follows the first.
   */
  public static String append(String url, String more) {
    if (more.isEmpty()) {
      return url;
    }
    int cut = indexOrEnd(more, '?');
    String path = more.substring(0, cut);
    String query = cut == more.length() ? "" : more.substring(cut + 1);
    int end = indexOrEnd(url, '?');
    String base = url.substring(0, end);
    String first = end == url.length() ? "" : url.substring(end + 1);
    String joined = path.isEmpty() ? base : trimRight(base) + "/" + trimLeft(path);
    String both = first.isEmpty() || query.isEmpty() ? first + query : first + "&" + query;
    return both.isEmpty() ? joined : joined + "?" + both;
  }

  private static int indexOrEnd(String text, char mark) {
    int index = text.indexOf(mark);
    return index < 0 ? text.length() : index;
  }

  private static String trimRight(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String trimLeft(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '/') {
      start++;
    }
    return text.substring(start);
  }
}
