package io.tocsin.notifier.cli.app;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cli.CommandException;
import java.net.HttpURLConnection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Applications of a cluster. What the API server refuses is a {@link CommandException}.
 *
 * @param namespace where those are that are named without one
 */
record Apps(KubernetesClient client, String namespace) {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final int ATTEMPTS = 5;

  /** Where {@code name} or {@code namespace/name} is. */
  ObjectKey key(String name) {
    return ObjectKey.parse(name, namespace);
  }

  Optional<KubeObject> find(ObjectKey key) {
    return Optional.ofNullable(resource(key).get()).map(KubeObjects::of);
  }

  KubeObject get(ObjectKey key) {
    return find(key)
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no Application %s; `tocsin app list -n %s` shows those there are"
                        .formatted(key, key.namespace())));
  }

  /** In the order of their names. */
  List<KubeObject> list() {
    return operation().inNamespace(namespace).list().getItems().stream()
        .map(KubeObjects::of)
        .sorted(Comparator.comparing(KubeObject::name))
        .toList();
  }

  /** Reads an Application as the controller does. */
  static Application read(KubeObject object) {
    try {
      return Application.of(object);
    } catch (InvalidSpecException e) {
      throw new CommandException(
          "Application %s cannot be read: %s `kubectl edit application %s -n %s` mends it"
              .formatted(object.key(), e.getMessage(), object.name(), object.namespace()));
    }
  }

  KubeObject create(KubeObject object) {
    return KubeObjects.of(
        operation().inNamespace(object.namespace()).resource(generic(object)).create());
  }

  /**
   * Patches what was read a moment ago, and reads again where somebody else was faster.
   *
   * @param change the merge patch, given the object as it is
   */
  KubeObject change(ObjectKey key, Function<KubeObject, Map<String, Object>> change) {
    for (int attempt = 1; ; attempt++) {
      KubeObject now = get(key);
      try {
        return patch(key, versioned(change.apply(now), now.resourceVersion()));
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  void delete(ObjectKey key) {
    resource(key).withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
  }

  Resource<GenericKubernetesResource> resource(ObjectKey key) {
    return operation().inNamespace(key.namespace()).withName(key.name());
  }

  private KubeObject patch(ObjectKey key, Map<String, Object> patch) {
    return KubeObjects.of(
        resource(key).patch(MERGE, JsonMapper.shared().writeValueAsString(patch)));
  }

  private static Map<String, Object> versioned(Map<String, Object> patch, String version) {
    Map<String, Object> metadata = new HashMap<>();
    if (patch.get("metadata") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> metadata.put((String) name, value));
    }
    metadata.put("resourceVersion", version);
    Map<String, Object> whole = new HashMap<>(patch);
    whole.put("metadata", metadata);
    return whole;
  }

  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      operation() {
    return client.genericKubernetesResources(ResourceKind.APPLICATION.context());
  }

  private static GenericKubernetesResource generic(KubeObject object) {
    return JsonMapper.shared().convertValue(object.content(), GenericKubernetesResource.class);
  }
}
