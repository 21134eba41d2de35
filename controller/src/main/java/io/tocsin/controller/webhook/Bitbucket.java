package io.tocsin.controller.webhook;

import java.util.List;

/**
 * Webhooks of Bitbucket Cloud, event {@code repo:push}
 * (https://support.atlassian.com/bitbucket-cloud/docs/event-payloads). They name neither files nor
 * the default branch, so any branch may be it.
 */
final class Bitbucket implements Provider {
  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-Hook-UUID");
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    String uuid = secrets.value("bitbucket.uuid");
    if (!uuid.isEmpty() && !Signatures.same(request.header("X-Hook-UUID"), uuid)) {
      throw WebhookException.bad("Bitbucket: the UUID is not that of webhook.bitbucket.uuid");
    }
    if (!request.header("X-Event-Key").equals("repo:push")) {
      throw WebhookException.bad("Bitbucket: the event must be repo:push");
    }
    Payload payload = request.payload();
    List<String> urls = List.of(payload.text("repository", "links", "html", "href"));
    return payload.list("push", "changes").stream()
        .map(
            change ->
                named(change.at("new")).isEmpty()
                    ? named(change.at("old"))
                    : named(change.at("new")))
        .map(revision -> (WebhookEvent) new WebhookEvent.Push(urls, revision, true, List.of()))
        .toList();
  }

  private static String named(Payload reference) {
    return reference.text("name");
  }
}
