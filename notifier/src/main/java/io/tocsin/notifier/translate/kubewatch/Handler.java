package io.tocsin.notifier.translate.kubewatch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** kubewatch's handlers, in the order in which it looks for one that is set up. */
enum Handler {
  SLACK("channel token", "title"),
  SLACKWEBHOOK("channel username slackwebhookurl", "emoji"),
  HIPCHAT("room token", "url"),
  MATTERMOST("channel room url", "username"),
  FLOCK("url", ""),
  WEBHOOK("url", "cert tlsskip"),
  CLOUDEVENT("url", ""),
  MSTEAMS("webhookurl", ""),
  SMTP("smarthost to", "from subject headers auth requireTLS hello"),
  LARK("webhookurl", "");

  /** The names of fields, separated by blanks. */
  private final String signs;

  private final String others;

  /**
   * A handler.
   *
   * @param signs the fields by which kubewatch sees that it is set up
   * @param others the other fields
   */
  Handler(String signs, String others) {
    this.signs = signs;
    this.others = others;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** Its name below {@code handler}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Handler::key).toList();
  }

  /** Whether one of the fields that kubewatch looks at is filled in. */
  boolean isSet(Fields handler) {
    return words(signs).stream().map(handler::text).anyMatch(Handler::real);
  }

  /** Whether it would be set if it were filled in. */
  boolean hasPlaceholders(Fields handler) {
    return !isSet(handler)
        && words(signs).stream().map(handler::text).anyMatch(Fields::placeholder);
  }

  private static boolean real(String text) {
    return !text.isEmpty() && !Fields.placeholder(text);
  }

  Delivery translate(Fields handler, String title) {
    handler.expect(words("enabled " + signs + " " + others));
    Setup setup = new Setup("kubewatch-" + key(), handler, title);
    return switch (this) {
      case SLACK -> Chats.slack(setup);
      case SLACKWEBHOOK -> Chats.slackWebhook(setup);
      case HIPCHAT -> Chats.hipchat(setup);
      case MATTERMOST -> Chats.mattermost(setup);
      case FLOCK -> Chats.flock(setup);
      case WEBHOOK -> Webhooks.webhook(setup);
      case CLOUDEVENT -> Webhooks.cloudEvent(setup);
      case MSTEAMS -> Webhooks.teams(setup);
      case SMTP -> Mail.smtp(setup);
      case LARK -> Chats.lark(setup);
    };
  }
}
