package io.tocsin.notifier.config;

import io.tocsin.embedded.selector.LabelSelector;
import java.util.List;

/**
 * One entry of {@code subscriptions} in the ConfigMap.
 *
 * @param triggers empty for the default triggers
 * @param selector which objects, by their labels
 * @param resources names of watched kinds; empty for Applications
 */
public record Subscription(
    List<String> recipients,
    List<String> triggers,
    LabelSelector selector,
    List<String> resources) {
  public Subscription {
    recipients = List.copyOf(recipients);
    triggers = List.copyOf(triggers);
    resources = List.copyOf(resources);
  }
}
