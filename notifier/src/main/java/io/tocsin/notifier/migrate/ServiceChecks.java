package io.tocsin.notifier.migrate;

import java.util.Map;

/** Differences in services. */
record ServiceChecks() implements Check {
  private static final String TLS_FROM_THE_START = "465";

  @Override
  public void look(Settings settings, Live live, Found found) {
    settings.mappings(
        "service.",
        (key, options) -> {
          switch (key.split("\\.", -1)[1]) {
            case "webhook" -> webhook(key, options, found);
            case "email" -> email(key, options, found);
            case "github" -> github(key, options, found);
            case "teams-workflows" -> workflows(key, options, found);
            default -> {
              // nothing that a configuration shows
            }
          }
        });
  }

  private static void webhook(String key, Map<?, ?> options, Found found) {
    if (!options.containsKey("success")) {
      found.warning(
          key,
          "any 2xx answer was a success; here a JSON answer with an errcode other than 0 is a"
              + " failure, which is tried again or reported",
          "nothing for robots; success: 'true' where such an answer is a success");
    }
    for (String name : new String[] {"retryMax", "retryWaitMin", "retryWaitMax"}) {
      if (options.containsKey(name)) {
        found.note(
            key,
            name
                + " decided how long one send held everybody up; here how the first attempts follow"
                + " each other, and more follow for an hour",
            "nothing");
      }
    }
  }

  private static void email(String key, Map<?, ?> options, Found found) {
    if (options.get("password") != null
        && options.get("tls") == null
        && !TLS_FROM_THE_START.equals(String.valueOf(options.get("port")))) {
      found.warning(
          key,
          "the password was sent even where the server knows no STARTTLS; here no mail is sent then",
          "tls: none where the server knows no encryption");
    }
  }

  private static void github(String key, Map<?, ?> options, Found found) {
    if (options.get("enterpriseBaseURL") instanceof String url && !url.contains("/api/v3")) {
      found.note(
          key, "enterpriseBaseURL needed /api/v3 at its end; here it may be left out", "nothing");
    }
  }

  private static void workflows(String key, Map<?, ?> options, Found found) {
    if (options.get("recipientUrls") instanceof Map<?, ?> urls
        && urls.values().stream()
            .anyMatch(url -> String.valueOf(url).contains("logic.azure.com"))) {
      found.warning(
          key,
          "URLs at logic.azure.com were refused; here messages are sent there",
          "nothing, where that is meant");
    }
  }
}
