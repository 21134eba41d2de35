package io.tocsin.controller.health;

import java.util.Optional;

/** From best to worst, in Argo CD's order and spelling. */
public enum HealthStatus {
  HEALTHY("Healthy"),
  SUSPENDED("Suspended"),
  PROGRESSING("Progressing"),
  MISSING("Missing"),
  DEGRADED("Degraded"),
  UNKNOWN("Unknown");

  private final String text;

  HealthStatus(String text) {
    this.text = text;
  }

  /** The status that is spelt so, upper and lower case mattering. */
  public static Optional<HealthStatus> of(String text) {
    for (HealthStatus status : values()) {
      if (status.text.equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  public boolean isWorseThan(HealthStatus other) {
    return compareTo(other) > 0;
  }

  /** As it stands in an Application's status. */
  @Override
  public String toString() {
    return text;
  }
}
