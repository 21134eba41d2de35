package io.tocsin.notifier.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Options of argocd-notifications-controller that reach Argo CD's repo server, which is not needed.
 */
final class IgnoredOptions {
  @Option(names = "--argocd-repo-server", hidden = true)
  private String repoServer;

  @Option(names = "--argocd-repo-server-plaintext", hidden = true, arity = "0..1")
  private Boolean plaintext;

  @Option(names = "--argocd-repo-server-strict-tls", hidden = true, arity = "0..1")
  private Boolean strict;

  @Option(names = "--argocd-repo-server-ca-cert-path", hidden = true)
  private String authority;

  List<String> given() {
    List<String> given = new ArrayList<>();
    if (repoServer != null) {
      given.add("--argocd-repo-server");
    }
    if (plaintext != null) {
      given.add("--argocd-repo-server-plaintext");
    }
    if (strict != null) {
      given.add("--argocd-repo-server-strict-tls");
    }
    if (authority != null) {
      given.add("--argocd-repo-server-ca-cert-path");
    }
    return given;
  }
}
