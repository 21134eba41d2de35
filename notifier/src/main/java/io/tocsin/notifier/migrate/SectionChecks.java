package io.tocsin.notifier.migrate;

import java.util.Map;

/** Differences in what templates say for one type of service. */
record SectionChecks() implements Check {
  @Override
  public void look(Settings settings, Live live, Found found) {
    settings.mappings(
        "template.",
        (key, template) -> {
          if (template.get("webhook") instanceof Map<?, ?> webhooks) {
            webhooks.forEach((name, request) -> webhook(key, name, request, found));
          }
          comment(key, settings.texts(template), found);
          slack(key, template.get("slack"), found);
          attributes(key, template.get("awssqs"), found);
        });
  }

  private static void webhook(String key, Object name, Object request, Found found) {
    if (!(request instanceof Map<?, ?> map)) {
      return;
    }
    if (String.valueOf(map.get("path")).contains("?")) {
      found.warning(
          key,
          "webhook.%s.path holds a query, which began with /? at the end of the URL; here it is"
                  .formatted(name)
              + " appended as it stands",
          "look at `tocsin template notify` once");
    }
    Object method = map.get("method");
    if (map.get("body") != null && (method == null || "GET".equals(method))) {
      found.error(
          key,
          "webhook.%s sends GET with a body; here a GET has none".formatted(name),
          "add method: POST");
    }
  }

  private static void comment(String key, Map<String, String> texts, Found found) {
    if (texts.getOrDefault("github.pullRequestComment.commentTag", "").contains("{{")) {
      found.warning(
          key,
          "github.pullRequestComment.commentTag was taken literally; here it is a template, so that"
              + " comments of before are not found",
          "nothing; each pull request gets one new comment");
    }
  }

  private static void slack(String key, Object slack, Found found) {
    if (slack instanceof Map<?, ?> map
        && map.get("deliveryPolicy") instanceof String policy
        && policy.contains("Update")) {
      found.note(
          key,
          "slack.deliveryPolicy %s posted first and then updated; here it updates first"
              .formatted(policy),
          "nothing; threads that began before are not known here and begin anew");
    }
  }

  private static void attributes(String key, Object sqs, Found found) {
    if (sqs instanceof Map<?, ?> map && map.get("messageAttributes") != null) {
      found.warning(
          key,
          "awssqs.messageAttributes were rendered and not sent; here they are sent",
          "look whether who reads the queue minds");
    }
  }
}
