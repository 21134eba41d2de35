package io.tocsin.notifier.rbac;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.translate.Translation;
import java.util.List;
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
      List<Configuration> configurations,
      Function<WatchedResource, Optional<ResourceKind>> served) {
    return text(WatchRoles.of(configurations, served));
  }

  /**
   * The permissions to read Notifications of Argo Kube Notifier, as YAML.
   *
   * @param known what some of them become, whose Secrets are to be read
   */
  public String notifications(List<Translation> known) {
    return text(NotificationRoles.of(namespace, known));
  }

  private String text(List<Role> roles) {
    return roles.stream()
        .map(role -> new RoleText(role, account, namespace).text())
        .collect(Collectors.joining(RoleText.BETWEEN));
  }
}
