package io.tocsin.notifier.rbac;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Manifests that permit the controller what a configuration has it do beyond what all do.
 *
 * @param account the controller's ServiceAccount
 * @param namespace the control plane's
 */
public record Permissions(String account, String namespace) {
  /** What the manifests of {@code deploy/} call the controller's ServiceAccount. */
  public static final String ACCOUNT = "tocsin-notifications-controller";

  /**
   * The permissions to watch the kinds of {@code resource.<name>} as YAML; empty for none.
   *
   * @param served asks the API for a kind that is none of Kubernetes itself; empty where it does
   *     not serve it, or nobody answers
   */
  public String manifests(
      Configuration configuration, Function<WatchedResource, Optional<ResourceKind>> served) {
    return WatchRoles.of(configuration, served).stream()
        .map(role -> new RoleText(role, account, namespace).text())
        .collect(Collectors.joining("---\n"));
  }
}
