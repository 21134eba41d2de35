package io.tocsin.bench.load.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@code 100ms}, {@code 2s} and {@code 10m}. */
final class DurationReader extends StdDeserializer<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d+)(ms|s|m)");

  DurationReader() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getString();
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return context.reportInputMismatch(
          this, "'%s' is no duration such as 100ms, 2s or 10m", text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }
}
