package io.tocsin.controller.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1h30m} or {@code 1.5s}. */
public final class GoDurations {
  private static final Pattern WHOLE =
      Pattern.compile("([+-]?)((?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|ms|s|m|h)){1,16})");
  private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private GoDurations() {}

  /**
   * Reads a duration; a whole number alone is in seconds.
   *
   * @throws InvalidSpecException when the text is neither
   */
  public static Duration parse(String text) {
    if (text.matches("[+-]?\\d{1,18}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw new InvalidSpecException("unable to parse " + text + " as a duration");
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(whole.group(2));
    while (part.find()) {
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(nanos(part.group(2))));
    }
    try {
      Duration duration = Duration.ofNanos(nanos.toBigInteger().longValueExact());
      return whole.group(1).equals("-") ? duration.negated() : duration;
    } catch (ArithmeticException e) {
      throw new InvalidSpecException("unable to parse " + text + " as a duration: it is too long");
    }
  }

  private static BigDecimal nanos(String unit) {
    return BigDecimal.valueOf(NANOS.get(unit));
  }
}
