package io.tocsin.controller.webhook;

import java.util.List;

/** GitHub's event {@code package}: something was published in its registry ghcr.io. */
final class GitHubPackages implements Provider {
  static boolean concerns(WebhookRequest request) {
    return request.header("X-GitHub-Event").equals("package");
  }

  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return concerns(request);
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    if (!GitHub.signed(request, secrets.value("github.secret"))) {
      throw WebhookException.unauthorized(
          "GitHub: the signature is not one with webhook.github.secret");
    }
    Payload payload = request.payload();
    Payload made = payload.at("package");
    String tag = made.text("package_version", "container_metadata", "tag", "name");
    boolean published =
        payload.text("action").equals("published")
            && made.text("package_type").equalsIgnoreCase("container");
    return published && !tag.isEmpty()
        ? List.of(
            new WebhookEvent.Published(
                "ghcr.io/" + made.text("owner", "login") + "/" + made.text("name"), tag))
        : List.of();
  }
}
