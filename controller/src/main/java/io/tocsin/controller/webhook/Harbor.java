package io.tocsin.controller.webhook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Webhooks of Harbor in its default format, event {@code PUSH_ARTIFACT}
 * (https://goharbor.io/docs/2.12.0/working-with-projects/project-configuration/configure-webhooks).
 * Harbor has no header of its own: a request is Harbor's when it brings the secret.
 */
final class Harbor implements Provider {
  private static final Pattern HOST = Pattern.compile("^(?:[a-z]+://)?([^/]+)/.+");

  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    String secret = secrets.value("harbor.secret");
    return !secret.isEmpty() && Signatures.same(request.header("Authorization"), secret);
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    Payload payload = request.payload();
    if (!payload.text("type").equals("PUSH_ARTIFACT")) {
      return List.of();
    }
    Payload repository = payload.at("event_data", "repository");
    String name = repository.text("repo_full_name");
    String path =
        name.isEmpty() ? repository.text("namespace") + "/" + repository.text("name") : name;
    return payload.list("event_data", "resources").stream()
        .filter(resource -> !resource.text("tag").isEmpty())
        .map(resource -> published(resource, path))
        .toList();
  }

  private static WebhookEvent published(Payload resource, String path) {
    Matcher matcher = HOST.matcher(resource.text("resource_url"));
    if (!matcher.matches()) {
      throw WebhookException.bad("Harbor: resource_url names no registry");
    }
    return new WebhookEvent.Published(matcher.group(1) + "/" + path, resource.text("tag"));
  }
}
