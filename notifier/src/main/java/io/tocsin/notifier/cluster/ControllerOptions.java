package io.tocsin.notifier.cluster;

import java.util.List;

/**
 * How the controller runs.
 *
 * @param namespace the control plane's
 * @param configMap the name of the ConfigMap there and, where tenants have their own, in theirs
 * @param secret the name of the Secret beside it
 * @param applicationNamespaces further namespaces whose Applications are watched: names, globs and
 *     {@code /regular expressions/}
 * @param selector a label selector of Applications, empty for all
 * @param kubeNotifier whether Notifications of Argo Kube Notifier in the namespace are obeyed
 * @param processors threads that evaluate, at least 1
 */
public record ControllerOptions(
    String namespace,
    String configMap,
    String secret,
    List<String> applicationNamespaces,
    String selector,
    boolean kubeNotifier,
    int processors) {
  public static final String CONFIG_MAP = "argocd-notifications-cm";
  public static final String SECRET = "argocd-notifications-secret";
  public static final String CERTIFICATES = "argocd-tls-certs-cm";

  public ControllerOptions {
    applicationNamespaces = List.copyOf(applicationNamespaces);
  }

  /** The defaults of Argo CD Notifications. */
  public static ControllerOptions in(String namespace) {
    return new ControllerOptions(namespace, CONFIG_MAP, SECRET, List.of(), "", false, 2);
  }

  /** With Applications of further namespaces. */
  public ControllerOptions with(List<String> furtherNamespaces) {
    return new ControllerOptions(
        namespace, configMap, secret, furtherNamespaces, selector, kubeNotifier, processors);
  }

  /** With Notifications. */
  public ControllerOptions withKubeNotifier() {
    return new ControllerOptions(
        namespace, configMap, secret, applicationNamespaces, selector, true, processors);
  }
}
