package io.tocsin.notifier.records;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.selector.LabelSelector;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of some objects nobody wants to hear until some time.
 *
 * @param id short, and the name of the record
 * @param name the object's, or empty for those that the selector means
 * @param namespace the object's, or empty for all namespaces
 * @param selector a label selector, empty where there is a name
 * @param until when it ends by itself
 * @param reason for people
 */
public record Mute(
    String id,
    String name,
    String namespace,
    String selector,
    Instant since,
    Instant until,
    String reason) {
  /** The name of the ConfigMap that holds them. */
  public static final String CONFIG_MAP = "tocsin-mutes";

  private static final int ID_BYTES = 4;

  /** A name for a new one. */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Which objects it is about, whatever the time. */
  public Predicate<KubeObject> objects() {
    LabelSelector labels = LabelSelector.parse(selector);
    return object ->
        (namespace.isEmpty() || namespace.equals(object.namespace()))
            && (name.isEmpty() ? labels.matches(object.labels()) : name.equals(object.name()));
  }

  public boolean ended(Instant now) {
    return !now.isBefore(until);
  }

  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** Reads what {@link #json} wrote; nothing when it is no such thing. */
  public static Optional<Mute> parse(String json) {
    try {
      Mute mute = JsonMapper.shared().readValue(json, Mute.class);
      LabelSelector.parse(mute.selector);
      return Optional.of(mute);
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
