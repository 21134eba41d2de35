package io.tocsin.notifier.catalog;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.config.Yaml;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ConfigMap that a catalog goes into. Methods throw {@link KubernetesClientException} when the
 * API refuses.
 */
public record LiveConfigMap(KubernetesClient client, ObjectKey key) {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final int ATTEMPTS = 5;

  /** What it has; nothing where there is none. */
  public Map<String, String> read() {
    return data(find());
  }

  /**
   * Writes what a plan changes, and nothing else. Where somebody else writes between the look and
   * the change, the plan is made anew.
   *
   * @param plan of what the ConfigMap has
   * @return the plan that was carried out
   */
  public Installation apply(Function<Map<String, String>, Installation> plan) {
    for (int attempt = 1; ; attempt++) {
      Optional<ConfigMap> found = find();
      Installation made = plan.apply(data(found));
      try {
        write(found, made.changes());
        return made;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void write(Optional<ConfigMap> found, Map<String, String> changes) {
    if (changes.isEmpty()) {
      return;
    }
    if (found.isEmpty()) {
      client
          .resource(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withNamespace(key.namespace())
                  .withName(key.name())
                  .addToLabels("app.kubernetes.io/part-of", "argocd")
                  .endMetadata()
                  .withData(changes)
                  .build())
          .create();
      return;
    }
    String version = found.get().getMetadata().getResourceVersion();
    client
        .configMaps()
        .inNamespace(key.namespace())
        .withName(key.name())
        .patch(
            MERGE,
            Yaml.compact(Map.of("metadata", Map.of("resourceVersion", version), "data", changes)));
  }

  private Optional<ConfigMap> find() {
    return Optional.ofNullable(
        client.configMaps().inNamespace(key.namespace()).withName(key.name()).get());
  }

  private static Map<String, String> data(Optional<ConfigMap> found) {
    return found.map(ConfigMap::getData).filter(Objects::nonNull).orElse(Map.of());
  }
}
