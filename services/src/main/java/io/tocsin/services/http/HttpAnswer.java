package io.tocsin.services.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param headers by name, upper and lower case being the same
 * @param body as text in UTF-8, cut off at {@link #LONGEST_BODY} bytes
 */
public record HttpAnswer(
    int status, String reason, Map<String, List<String>> headers, String body) {
  /** Nobody needs more of an answer, in bytes. */
  public static final long LONGEST_BODY = 1 << 20;

  public HttpAnswer {
    Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  public boolean ok() {
    return status >= 200 && status <= 299;
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body as a JSON object; empty when it is none. */
  public Optional<Map<String, Object>> object() {
    return Json.object(body);
  }

  /** The text of a field at the top of a JSON body; empty when there is none. */
  public String field(String name) {
    return object().map(fields -> fields.get(name)).map(String::valueOf).orElse("");
  }

  /** How long the server asks to be left alone: seconds or a date (RFC 9110, 10.2.3). */
  public Optional<Duration> retryAfter(Clock clock) {
    return header("Retry-After").flatMap(value -> wait(value.strip(), clock.instant()));
  }

  private static Optional<Duration> wait(String value, Instant now) {
    try {
      double seconds = Double.parseDouble(value);
      return seconds >= 0 && seconds < 1e9
          ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)))
          : Optional.empty();
    } catch (NumberFormatException notSeconds) {
      return untilDate(value, now);
    }
  }

  private static Optional<Duration> untilDate(String value, Instant now) {
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, date);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }
}
