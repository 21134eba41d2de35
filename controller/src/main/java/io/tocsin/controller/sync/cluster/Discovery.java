package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds that an API serves. Each group and version is asked for once, and again for a kind that
 * was not in it; safe for use by many threads.
 */
public final class Discovery {
  private static final Set<String> WATCHED = Set.of("list", "watch");

  private final KubeHttp http;
  private final Map<String, Map<String, ResourceKind>> versions = new ConcurrentHashMap<>();

  Discovery(KubeHttp http) {
    this.http = http;
  }

  /**
   * A kind of a group and version.
   *
   * @throws ClusterException when the API cannot be asked
   */
  public Optional<ResourceKind> kind(String apiVersion, String kind) {
    ResourceKind known = versions.getOrDefault(apiVersion, Map.of()).get(kind);
    if (known != null) {
      return Optional.of(known);
    }
    Map<String, ResourceKind> served = ask(apiVersion, Set.of());
    versions.put(apiVersion, served);
    return Optional.ofNullable(served.get(kind));
  }

  /**
   * A kind of a group, in any version, the preferred one first.
   *
   * @throws ClusterException when the API cannot be asked
   */
  public Optional<ResourceKind> anyVersion(String group, String kind) {
    return versions(group).stream().flatMap(version -> kind(version, kind).stream()).findFirst();
  }

  /**
   * A kind of a group that can be listed and watched.
   *
   * @param version empty for any, the preferred one first
   * @param type the kind, or its plural
   * @throws ClusterException when the API cannot be asked
   */
  public Optional<ResourceKind> find(String group, String version, String type) {
    List<String> versions =
        version.isEmpty()
            ? versions(group)
            : List.of(group.isEmpty() ? version : group + "/" + version);
    return versions.stream()
        .flatMap(apiVersion -> ask(apiVersion, WATCHED).values().stream())
        .filter(kind -> kind.kind().equals(type) || kind.plural().equals(type))
        .findFirst();
  }

  private List<String> versions(String group) {
    if (group.isEmpty()) {
      return List.of("v1");
    }
    try {
      return versions(http.get("/apis/" + group));
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return List.of();
      }
      throw e;
    }
  }

  /** Forgets a group and version, such as that of a definition that has changed. */
  void forget(String apiVersion) {
    versions.remove(apiVersion);
  }

  /**
   * All kinds that can be listed and watched, each in its group's preferred version. Groups whose
   * server does not answer are left out.
   *
   * @throws ClusterException when the API cannot be asked
   */
  public List<ResourceKind> watchable() {
    List<ResourceKind> kinds = new ArrayList<>(ask("v1", WATCHED).values());
    if (http.get("/apis").get("groups") instanceof List<?> groups) {
      for (Object group : groups) {
        if (group instanceof Map<?, ?> map) {
          kinds.addAll(watchable(map));
        }
      }
    }
    return List.copyOf(kinds);
  }

  /** The kinds of the preferred version, and of the others what that one does not have. */
  private List<ResourceKind> watchable(Map<?, ?> group) {
    Map<String, ResourceKind> kinds = new LinkedHashMap<>();
    for (String name : versions(group)) {
      try {
        ask(name, WATCHED).forEach(kinds::putIfAbsent);
      } catch (ClusterException e) {
        if (e.code() == 0) {
          throw e;
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  /** The versions of a group as paths name them, the preferred one first. */
  private static List<String> versions(Map<?, ?> group) {
    SequencedSet<String> names = new LinkedHashSet<>();
    if (group.get("preferredVersion") instanceof Map<?, ?> preferred) {
      names.add(String.valueOf(preferred.get("groupVersion")));
    }
    if (group.get("versions") instanceof List<?> all) {
      all.forEach(each -> names.add(String.valueOf(((Map<?, ?>) each).get("groupVersion"))));
    }
    return List.copyOf(names);
  }

  private Map<String, ResourceKind> ask(String apiVersion, Set<String> verbs) {
    String path = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
    try {
      return read(apiVersion, http.get(path), verbs);
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return Map.of();
      }
      throw e;
    }
  }

  private static Map<String, ResourceKind> read(
      String apiVersion, Map<String, Object> list, Set<String> verbs) {
    Map<String, ResourceKind> kinds = new LinkedHashMap<>();
    if (list.get("resources") instanceof List<?> resources) {
      for (Object each : resources) {
        if (each instanceof Map<?, ?> resource
            && resource.get("name") instanceof String plural
            && !plural.contains("/")
            && resource.get("verbs") instanceof List<?> served
            && served.containsAll(verbs)) {
          ResourceKind kind = kind(apiVersion, plural, resource);
          kinds.put(kind.kind(), kind);
        }
      }
    }
    return Map.copyOf(kinds);
  }

  private static ResourceKind kind(String apiVersion, String plural, Map<?, ?> resource) {
    int slash = apiVersion.indexOf('/');
    return new ResourceKind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        String.valueOf(resource.get("kind")),
        plural,
        Boolean.TRUE.equals(resource.get("namespaced")));
  }
}
