package io.tocsin.notifier.subscription;

import io.tocsin.services.Destination;

/**
 * A destination that a trigger tells about one object.
 *
 * @param origin where the subscription stands
 * @param byDefault whether it names no trigger, and this is one of the default triggers
 */
public record Subscribed(
    String trigger, Destination destination, Origin origin, boolean byDefault) {
  /**
   * Where a subscription stands.
   *
   * @param key the key of the ConfigMap, or the annotation
   */
  public record Origin(Kind kind, String key) {
    /** The kind of object that holds it. */
    public enum Kind {
      CONFIG_MAP,
      APPLICATION,
      APP_PROJECT,
      OBJECT
    }
  }
}
