package io.tocsin.notifier.state;

import io.tocsin.services.Destination;
import io.tocsin.triggers.ConditionResult;

/** The name under which Argo CD Notifications records that a destination was told. */
public final class StateKey {
  private StateKey() {}

  /**
   * {@code <oncePer>:<trigger>:[<index>].<hash>:<service>:<recipient>}, the first part and its
   * colon only where the condition is true and its {@code oncePer} has a value: what is told once
   * per value stays told, the rest until the condition is no longer true.
   */
  public static String of(String trigger, ConditionResult result, Destination destination) {
    String key = withoutOncePer(trigger, result, destination);
    return result.oncePer().filter(value -> !value.isEmpty()).map(v -> v + ":" + key).orElse(key);
  }

  /** The same without its first part. */
  public static String withoutOncePer(
      String trigger, ConditionResult result, Destination destination) {
    return "%s:%s:%s:%s"
        .formatted(
            trigger, result.condition().key(), destination.service(), destination.recipient());
  }
}
