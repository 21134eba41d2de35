package io.tocsin.notifier.records;

import io.tocsin.controller.runtime.Change.Event;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.state.ShortHash;
import io.tocsin.services.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A delivery that failed for good: who was to hear of what and why it failed; never the rendered
 * text.
 *
 * @param object of the kind that the pipeline watches
 * @param resource the name of the watched kind, empty for Applications
 * @param scope the tenant's namespace, empty for the control plane
 * @param stateKey under which it counts as told
 * @param event what had happened to the object, if it is about that
 * @param attempts how often it was tried
 * @param queued when it was decided
 * @param died when it was given up
 * @param resend when somebody asked to send it again, if somebody did and it was not done yet
 */
public record DeadLetter(
    ObjectKey object,
    String resource,
    String scope,
    String trigger,
    String condition,
    List<String> templates,
    Destination destination,
    String stateKey,
    Event event,
    String reason,
    int attempts,
    Instant queued,
    Instant died,
    Optional<Instant> resend) {
  /** The name of the ConfigMap that holds them. */
  public static final String CONFIG_MAP = "tocsin-dead-letters";

  private static final int ID_BYTES = 6;
  private static final int LONGEST_REASON = 1_000;

  public DeadLetter {
    resource = Objects.requireNonNullElse(resource, "");
    event = Objects.requireNonNullElse(event, Event.NONE);
    templates = List.copyOf(templates);
    reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
  }

  public static DeadLetter of(Delivery delivery, int attempts, String reason, Instant died) {
    return new DeadLetter(
        delivery.key(),
        delivery.resource(),
        delivery.scope(),
        delivery.trigger(),
        delivery.condition(),
        delivery.templates(),
        delivery.destination(),
        delivery.stateKey(),
        delivery.snapshot().change().event(),
        reason,
        attempts,
        delivery.queued(),
        died,
        Optional.empty());
  }

  /** A short name that stays the same when the same message dies again. */
  public String id() {
    String whole =
        String.join("\n", resource + object, scope, destination.service(), destination.recipient())
            + "\n"
            + stateKey
            + "\n"
            + String.join(",", templates);
    return ShortHash.hex(whole, ID_BYTES);
  }

  /** Which object it is about, for people. */
  public String about() {
    return resource.isEmpty() ? object.toString() : resource + " " + object;
  }

  public DeadLetter askedToResend(Instant when) {
    return with(reason, Optional.of(when));
  }

  /** The same, not to be sent again, as it cannot be. */
  public DeadLetter refused(String why) {
    return with(why, Optional.empty());
  }

  private DeadLetter with(String why, Optional<Instant> asked) {
    return new DeadLetter(
        object,
        resource,
        scope,
        trigger,
        condition,
        templates,
        destination,
        stateKey,
        event,
        why,
        attempts,
        queued,
        died,
        asked);
  }

  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** Reads what {@link #json} wrote; nothing when it is no such thing. */
  public static Optional<DeadLetter> parse(String json) {
    try {
      return Optional.of(JsonMapper.shared().readValue(json, DeadLetter.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
