package io.tocsin.triggers;

import java.util.List;
import java.util.Optional;

/**
 * One condition of a trigger.
 *
 * @param key {@code [index].hash}, as Argo CD Notifications identifies a condition in the state it
 *     writes; the hash is the SHA-1 of {@code when}, base64url without padding
 * @param when what must be true
 * @param oncePer what the notification is sent once for; absent when it is sent at each turn to
 *     true
 * @param send the templates, in order
 * @param description for people
 */
public record Condition(
    String key,
    Expression when,
    Optional<Expression> oncePer,
    List<String> send,
    String description) {
  public Condition {
    send = List.copyOf(send);
  }
}
