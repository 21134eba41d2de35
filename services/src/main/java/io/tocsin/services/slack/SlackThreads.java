package io.tocsin.services.slack;

import io.tocsin.services.spi.ServiceState;
import java.util.Optional;

/** The threads that grouping keys stand for, as the first message of each began them. */
final class SlackThreads {
  /**
   * A message in a channel.
   *
   * @param channel the channel's id
   * @param timestamp what Slack identifies the message by
   */
  record Parent(String channel, String timestamp) {}

  private final String service;
  private final ServiceState state;

  SlackThreads(String service, ServiceState state) {
    this.service = service;
    this.state = state;
  }

  Optional<Parent> find(String recipient, String groupingKey) {
    return groupingKey.isEmpty()
        ? Optional.empty()
        : state.get(key(recipient, groupingKey)).flatMap(SlackThreads::parse);
  }

  void begin(String recipient, String groupingKey, Parent thread) {
    if (!groupingKey.isEmpty()) {
      state.put(key(recipient, groupingKey), thread.channel() + "|" + thread.timestamp());
    }
  }

  private String key(String recipient, String groupingKey) {
    return service + "/" + recipient + "/" + groupingKey;
  }

  private static Optional<Parent> parse(String value) {
    int bar = value.indexOf('|');
    return bar < 0
        ? Optional.empty()
        : Optional.of(new Parent(value.substring(0, bar), value.substring(bar + 1)));
  }
}
