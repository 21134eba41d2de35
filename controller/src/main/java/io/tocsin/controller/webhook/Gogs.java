package io.tocsin.controller.webhook;

import java.util.List;

/** Webhooks of Gogs and Gitea, event {@code push} (https://gogs.io/docs/features/webhook). */
final class Gogs implements Provider {
  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-Gogs-Event");
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    String secret = secrets.value("gogs.secret");
    if (!secret.isEmpty()
        && !Signatures.signed(
            request.header("X-Gogs-Signature"), "HmacSHA256", secret, request.body())) {
      throw WebhookException.bad("Gogs: the signature is not one with webhook.gogs.secret");
    }
    if (!request.header("X-Gogs-Event").equals("push")) {
      throw WebhookException.bad("Gogs: the event must be push");
    }
    Payload payload = request.payload();
    String revision = Payload.name(payload.text("ref"));
    return List.of(
        new WebhookEvent.Push(
            List.of(payload.text("repository", "html_url")),
            revision,
            payload.text("repository", "default_branch").equals(revision),
            payload.files()));
  }
}
