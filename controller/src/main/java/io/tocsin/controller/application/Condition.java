package io.tocsin.controller.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Something that is wrong with an Application, or that its owner should know. */
public record Condition(String type, String message, Optional<Instant> lastTransitionTime) {
  static Condition read(Fields fields) {
    return new Condition(
        fields.text("type"), fields.text("message"), fields.time("lastTransitionTime"));
  }

  Map<String, Object> written() {
    return new Written()
        .always("type", type)
        .always("message", message)
        .time("lastTransitionTime", lastTransitionTime)
        .done();
  }
}
