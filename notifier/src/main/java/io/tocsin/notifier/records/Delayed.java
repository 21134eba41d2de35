package io.tocsin.notifier.records;

import io.tocsin.services.Destination;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that failed several times and is still being tried, as an Event on its object says.
 *
 * @param what trigger and destination
 * @param last when that was last said
 */
public record Delayed(String what, String reason, Instant last) {
  /** The reason of the Events. */
  public static final String REASON = "NotificationDelayed";

  private static final String LINK = " was not told yet, which is tried again: ";

  /** The Event's message. */
  public static String message(String trigger, Destination destination, String reason) {
    return what(trigger, destination) + LINK + reason;
  }

  /** Reads what {@link #message} wrote; nothing when it is no such text. */
  public static Optional<Delayed> parse(String message, Instant last) {
    int link = message.indexOf(LINK);
    return link < 0
        ? Optional.empty()
        : Optional.of(
            new Delayed(message.substring(0, link), message.substring(link + LINK.length()), last));
  }

  public boolean means(String trigger, Destination destination) {
    return what.equals(what(trigger, destination));
  }

  private static String what(String trigger, Destination destination) {
    return "trigger %s: %s".formatted(trigger, destination);
  }
}
