package io.tocsin.controller.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Service hooks of Azure DevOps, event {@code git.push}
 * (https://learn.microsoft.com/azure/devops/service-hooks/events). They name no files.
 */
final class AzureDevOps implements Provider {
  private static final String BASIC = "basic ";

  @Override
  public boolean claims(WebhookRequest request, WebhookSecrets secrets) {
    return request.has("X-Vss-Activityid");
  }

  @Override
  public List<WebhookEvent> read(WebhookRequest request, WebhookSecrets secrets) {
    check(request, secrets);
    Payload payload = request.payload();
    if (!payload.text("eventType").equals("git.push")) {
      throw WebhookException.bad(
          "Azure DevOps: the event must be git.push, not \"%s\""
              .formatted(payload.text("eventType")));
    }
    Payload repository = payload.at("resource", "repository");
    return payload.list("resource", "refUpdates").stream()
        .map(
            update ->
                (WebhookEvent)
                    new WebhookEvent.Push(
                        List.of(repository.text("remoteUrl")),
                        Payload.name(update.text("name")),
                        update.text("name").equals(repository.text("defaultBranch")),
                        List.of()))
        .toList();
  }

  private static void check(WebhookRequest request, WebhookSecrets secrets) {
    String user = secrets.value("azuredevops.username");
    String password = secrets.value("azuredevops.password");
    if (user.isEmpty() && password.isEmpty()) {
      return;
    }
    String given = request.header("Authorization");
    String expected =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    if (!given.toLowerCase(Locale.ROOT).startsWith(BASIC)
        || !Signatures.same(given.substring(BASIC.length()).strip(), expected)) {
      throw WebhookException.bad(
          "Azure DevOps: user or password is not that of webhook.azuredevops in argocd-secret");
    }
  }
}
