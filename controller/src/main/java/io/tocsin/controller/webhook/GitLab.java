package io.tocsin.controller.webhook;

import java.util.List;
import java.util.Set;

/**
 * Webhooks and system hooks of GitLab, pushes and tags
 * (https://docs.gitlab.com/user/project/integrations/webhook_events).
 */
final class GitLab implements Provider {
  private static final Set<String> EVENTS = Set.of("Push Hook", "Tag Push Hook", "System Hook");
  private static final Set<String> PUSHES = Set.of("push", "tag_push");

  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-Gitlab-Event");
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    String secret = secrets.value("gitlab.secret");
    if (!secret.isEmpty() && !Signatures.same(request.header("X-Gitlab-Token"), secret)) {
      throw WebhookException.bad("GitLab: the token is not that of webhook.gitlab.secret");
    }
    if (!EVENTS.contains(request.header("X-Gitlab-Event"))) {
      throw WebhookException.bad("GitLab: the event must be a push or a tag");
    }
    Payload payload = request.payload();
    if (!PUSHES.contains(payload.text("object_kind"))
        && !PUSHES.contains(payload.text("event_name"))) {
      return List.of();
    }
    String revision = Payload.name(payload.text("ref"));
    return List.of(
        new WebhookEvent.Push(
            List.of(payload.text("project", "web_url")),
            revision,
            payload.text("project", "default_branch").equals(revision),
            payload.files()));
  }
}
