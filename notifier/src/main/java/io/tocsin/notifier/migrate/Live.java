package io.tocsin.notifier.migrate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cluster.ControllerOptions;
import java.util.List;
import java.util.Optional;

/**
 * What is to be looked at.
 *
 * @param namespace the control plane's
 * @param objects ConfigMaps, Secrets, Applications, AppProjects and what else is there
 */
public record Live(String namespace, List<KubeObject> objects) {
  /** The Deployment of Argo CD Notifications. */
  public static final String DEPLOYMENT = "argocd-notifications-controller";

  public Live {
    objects = List.copyOf(objects);
  }

  /** Each configuration with its Secret; without a namespace it is the control plane's. */
  List<Settings> configurations() {
    return kind("ConfigMap").stream()
        .filter(object -> object.name().startsWith(ControllerOptions.CONFIG_MAP))
        .map(object -> Settings.of(object, secretOf(object), isTenant(object)))
        .toList();
  }

  private Optional<KubeObject> secretOf(KubeObject configMap) {
    return kind("Secret").stream()
        .filter(secret -> secret.name().startsWith(ControllerOptions.SECRET))
        .filter(secret -> place(secret).equals(place(configMap)))
        .findFirst();
  }

  List<KubeObject> applications() {
    return kind("Application");
  }

  List<KubeObject> projects() {
    return kind("AppProject");
  }

  List<KubeObject> kind(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind)).toList();
  }

  /** Whether it lies outside the control plane's namespace. */
  boolean isTenant(KubeObject object) {
    return !place(object).equals(namespace);
  }

  private String place(KubeObject object) {
    return object.namespace().isEmpty() ? namespace : object.namespace();
  }

  static String title(KubeObject object) {
    return object.kind()
        + " "
        + (object.namespace().isEmpty() ? "" : object.namespace() + "/")
        + object.name();
  }
}
