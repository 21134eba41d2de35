package io.tocsin.controller.webhook;

import java.util.List;
import java.util.Set;

/**
 * Webhooks of Bitbucket Server and Data Center, events {@code repo:refs_changed} and {@code
 * diagnostics:ping}
 * (https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html). They name
 * neither files nor the default branch, so any branch may be it.
 */
final class BitbucketServer implements Provider {
  private static final Set<String> CLONES = Set.of("http", "ssh");

  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-Event-Key");
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    String event = request.header("X-Event-Key");
    if (event.equals("diagnostics:ping")) {
      return List.of();
    }
    if (!event.equals("repo:refs_changed")) {
      throw WebhookException.bad("Bitbucket Server: the event must be repo:refs_changed");
    }
    check(request, secrets.value("bitbucketserver.secret"));
    Payload payload = request.payload();
    List<String> urls =
        payload.list("repository", "links", "clone").stream()
            .filter(link -> CLONES.contains(link.text("name")))
            .map(link -> link.text("href"))
            .toList();
    return payload.list("changes").stream()
        .map(change -> Payload.name(change.text("ref", "id")))
        .map(revision -> (WebhookEvent) new WebhookEvent.Push(urls, revision, true, List.of()))
        .toList();
  }

  private static void check(WebhookRequest request, String secret) {
    if (secret.isEmpty()) {
      return;
    }
    String signature = request.header("X-Hub-Signature");
    if (!signature.startsWith("sha256=")
        || !Signatures.signed(
            signature.substring("sha256=".length()), "HmacSHA256", secret, request.body())) {
      throw WebhookException.bad(
          "Bitbucket Server: the signature is not one with webhook.bitbucketserver.secret");
    }
  }
}
