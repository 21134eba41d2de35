package io.tocsin.controller.webhook;

import java.util.List;

/**
 * Webhooks of GitHub, events {@code push} and {@code ping}
 * (https://docs.github.com/webhooks/webhook-events-and-payloads).
 */
final class GitHub implements Provider {
  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-GitHub-Event") && !GitHubPackages.concerns(request);
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    if (!signed(request, secrets.value("github.secret"))) {
      throw WebhookException.bad("GitHub: the signature is not one with webhook.github.secret");
    }
    return switch (request.header("X-GitHub-Event")) {
      case "ping" -> List.of();
      case "push" -> List.of(push(request.payload()));
      default -> throw WebhookException.bad("GitHub: the event must be push");
    };
  }

  /** By SHA-256, or by SHA-1 where an old server sends no other. */
  static boolean signed(WebhookRequest request, String secret) {
    if (secret.isEmpty()) {
      return true;
    }
    String signature = request.header("X-Hub-Signature-256");
    if (signature.isEmpty()) {
      String old = request.header("X-Hub-Signature");
      return old.startsWith("sha1=")
          && Signatures.signed(old.substring("sha1=".length()), "HmacSHA1", secret, request.body());
    }
    return signature.startsWith("sha256=")
        && Signatures.signed(
            signature.substring("sha256=".length()), "HmacSHA256", secret, request.body());
  }

  private static WebhookEvent push(Payload payload) {
    String revision = Payload.name(payload.text("ref"));
    return new WebhookEvent.Push(
        List.of(payload.text("repository", "html_url")),
        revision,
        payload.text("repository", "default_branch").equals(revision),
        payload.files());
  }
}
