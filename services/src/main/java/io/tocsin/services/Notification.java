package io.tocsin.services;

import java.util.Map;

/**
 * A rendered message.
 *
 * @param message the plain text, empty when the templates have none
 * @param fields what the templates say for one type of service, by the template's key ({@code
 *     webhook}, {@code slack} …), rendered; each service type knows the class of its own
 */
public record Notification(String message, Map<String, Object> fields) {
  public Notification {
    fields = Map.copyOf(fields);
  }
}
