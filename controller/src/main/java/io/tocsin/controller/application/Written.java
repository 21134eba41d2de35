package io.tocsin.controller.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds a map to be written, leaving out what is empty, as Argo CD's {@code omitempty} does. */
final class Written {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  Written always(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Written text(String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
    return this;
  }

  Written flag(String name, boolean value) {
    if (value) {
      fields.put(name, true);
    }
    return this;
  }

  Written number(String name, long value) {
    if (value != 0) {
      fields.put(name, value);
    }
    return this;
  }

  Written time(String name, Optional<Instant> value) {
    value.ifPresent(time -> fields.put(name, seconds(time)));
    return this;
  }

  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  Written texts(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      fields.put(name, List.copyOf(values));
    }
    return this;
  }

  Written map(String name, Map<String, ?> value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
    return this;
  }

  <T> Written objects(String name, List<T> values, Function<T, Map<String, Object>> writer) {
    if (!values.isEmpty()) {
      fields.put(name, values.stream().map(writer).toList());
    }
    return this;
  }

  Map<String, Object> done() {
    return fields;
  }
}
