package io.tocsin.notifier.translate.kubenotifier;

import java.util.List;

/** What a notifier becomes: a service, and whom it tells. */
sealed interface Notifier {
  /** The name of the service. */
  String service();

  /** As in {@code recipients} of a subscription. */
  String recipient();

  /** An incoming webhook of Slack. */
  record Hook(String service, String channel) implements Notifier {
    @Override
    public String recipient() {
      return channel.isEmpty() ? service : service + ":" + channel;
    }
  }

  /** Slack's Web API. */
  record Slack(String service, String channel) implements Notifier {
    @Override
    public String recipient() {
      return service + ":" + channel;
    }
  }

  /** One mail to all addresses. */
  record Mail(String service, List<String> addresses) implements Notifier {
    public Mail {
      addresses = List.copyOf(addresses);
    }

    @Override
    public String recipient() {
      return service + ":" + String.join(",", addresses);
    }
  }
}
