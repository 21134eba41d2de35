package io.tocsin.controller.webhook;

import java.util.List;
import java.util.Optional;

/** All senders in the order in which Argo CD asks whose a request is. */
final class Providers {
  /** Gogs sends GitHub's headers too, so it is asked before GitHub. */
  private static final List<Provider> ALL =
      List.of(
          new AzureDevOps(),
          new Gogs(),
          new GitHub(),
          new GitLab(),
          new Bitbucket(),
          new BitbucketServer(),
          new GitHubPackages(),
          new Harbor());

  private Providers() {}

  static Optional<Provider> find(WebhookRequest request, WebhookSecrets secrets) {
    return ALL.stream().filter(provider -> provider.claims(request, secrets)).findFirst();
  }
}
