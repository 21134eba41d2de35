package io.tocsin.controller.webhook;

import java.util.List;

/** What a Git server or a registry tells of. */
public sealed interface WebhookEvent {
  /**
   * A branch or a tag moved.
   *
   * @param urls of the repository, as the sender has them; any of them may be an Application's
   * @param revision the branch or tag, without {@code refs/heads/} or {@code refs/tags/}
   * @param head whether the default branch may have moved
   * @param files changed ones; empty where the sender does not say
   */
  record Push(List<String> urls, String revision, boolean head, List<String> files)
      implements WebhookEvent {
    public Push {
      urls = List.copyOf(urls);
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "a push to %s of %s".formatted(revision, String.join(", ", urls));
    }
  }

  /**
   * Something was pushed to an OCI registry.
   *
   * @param repository with the registry's host, such as {@code ghcr.io/owner/chart}
   */
  record Published(String repository, String tag) implements WebhookEvent {
    @Override
    public String toString() {
      return "the publication of %s:%s".formatted(repository, tag);
    }
  }
}
