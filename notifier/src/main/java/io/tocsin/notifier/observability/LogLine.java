package io.tocsin.notifier.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/** A line of the log, with the fields that Argo CD's log lines have: time, level, msg, and more. */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private final boolean json;
  private final boolean traces;

  LogLine(boolean json, boolean traces) {
    this.json = json;
    this.traces = traces;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS));
    fields.put("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    fields.put("msg", event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        fields.put(pair.key, pair.value);
      }
    }
    if (traces && event.getThrowableProxy() != null) {
      fields.put(
          "trace",
          ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    fields.replaceAll((name, value) -> value instanceof Number ? value : String.valueOf(value));
    return (json ? JsonMapper.shared().writeValueAsString(fields) : text(fields)) + "\n";
  }

  private static String text(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + quoted(field.getValue().toString()))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return text.matches("[-\\w./:@+]+") ? text : JsonMapper.shared().writeValueAsString(text);
  }
}
