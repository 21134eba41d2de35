package io.tocsin.notifier.config;

import io.tocsin.embedded.selector.LabelSelector;
import java.util.List;

/**
 * One entry of {@code subscriptions} in the ConfigMap.
 *
 * @param triggers empty for the default triggers
 * @param selector which objects, by their labels
 */
public record Subscription(List<String> recipients, List<String> triggers, LabelSelector selector) {
  public Subscription {
    recipients = List.copyOf(recipients);
    triggers = List.copyOf(triggers);
  }
}
