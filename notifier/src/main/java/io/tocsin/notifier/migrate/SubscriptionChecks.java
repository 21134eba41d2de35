package io.tocsin.notifier.migrate;

import java.util.Map;
import java.util.regex.Pattern;

/** Differences in {@code subscriptions}. */
record SubscriptionChecks() implements Check {
  private static final String KEY = "subscriptions";
  private static final String WEBHOOK = "webhook";
  private static final Pattern TELEGRAM_CHAT = Pattern.compile("\\d+(\\|\\d+)?|@.+");

  @Override
  public void look(Settings settings, Live live, Found found) {
    for (Map<?, ?> entry : settings.subscriptions()) {
      if (entry.containsKey("trigger")) {
        found.warning(
            KEY,
            "trigger: %s was ignored; here it subscribes to that trigger"
                .formatted(entry.get("trigger")),
            "write triggers: [%s], or take it away".formatted(entry.get("trigger")));
      }
    }
    settings.recipients().forEach(recipient -> recipient(recipient, settings, found));
  }

  private static void recipient(String recipient, Settings settings, Found found) {
    int colon = recipient.indexOf(':');
    String service = colon < 0 ? recipient : recipient.substring(0, colon);
    String rest = colon < 0 ? "" : recipient.substring(colon + 1);
    if (service.equals(WEBHOOK)
        && settings.type(service).isEmpty()
        && settings.type(rest).equals(WEBHOOK)) {
      found.warning(
          KEY,
          "the recipient %s was sent nothing; here it is the webhook %s".formatted(recipient, rest),
          "nothing, where that is meant; else take the recipient away");
    } else if (rest.contains(":")) {
      found.warning(
          KEY,
          "the recipient of %s was cut to %s; here it is %s"
              .formatted(recipient, rest.substring(0, rest.indexOf(':')), rest),
          "look whether what follows the first colon is who is meant");
    }
    telegram(settings.type(service), rest, KEY, found);
  }

  static void telegram(String type, String recipient, String key, Found found) {
    if (type.equals("telegram") && TELEGRAM_CHAT.matcher(recipient).matches()) {
      found.warning(
          key,
          "the telegram recipient %s was taken for the public name @%1$s; here it is the chat itself"
              .formatted(recipient),
          "look whether that chat is meant");
    }
  }
}
