package io.tocsin.controller.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Health as it is written.
 *
 * @param status such as {@code Healthy}; empty when nobody has looked yet
 */
public record HealthState(String status, String message, Optional<Instant> lastTransitionTime) {
  public static final HealthState NONE = new HealthState("", "", Optional.empty());

  static HealthState read(Fields fields) {
    return new HealthState(
        fields.text("status"), fields.text("message"), fields.time("lastTransitionTime"));
  }

  Map<String, Object> written() {
    return new Written()
        .text("status", status)
        .text("message", message)
        .time("lastTransitionTime", lastTransitionTime)
        .done();
  }
}
