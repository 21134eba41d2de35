package io.tocsin.embedded.http;

import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.kinds.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which groups, versions and kinds there are. */
record Discovery(Kinds kinds) {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
  private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");

  Map<String, Object> coreVersions(String host) {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("kind", "APIVersions");
    versions.put("versions", List.of("v1"));
    versions.put(
        "serverAddressByClientCIDRs",
        List.of(Map.of("clientCIDR", "0.0.0.0/0", "serverAddress", host)));
    return versions;
  }

  Map<String, Object> groups() {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("kind", "APIGroupList");
    list.put("apiVersion", "v1");
    list.put(
        "groups",
        kinds.groups().entrySet().stream()
            .filter(group -> !group.getKey().isEmpty())
            .map(group -> group(group.getKey(), group.getValue()))
            .toList());
    return list;
  }

  Optional<Map<String, Object>> group(String name) {
    return Optional.ofNullable(kinds.groups().get(name))
        .map(
            versions -> {
              Map<String, Object> group = new LinkedHashMap<>();
              group.put("kind", "APIGroup");
              group.put("apiVersion", "v1");
              group.putAll(group(name, versions));
              return group;
            });
  }

  private static Map<String, Object> group(String name, List<String> versions) {
    List<Map<String, Object>> entries =
        versions.stream().map(version -> version(name, version)).toList();
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", name);
    group.put("versions", entries);
    group.put("preferredVersion", entries.getFirst());
    return group;
  }

  private static Map<String, Object> version(String group, String version) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("groupVersion", group + "/" + version);
    entry.put("version", version);
    return entry;
  }

  Map<String, Object> resources(String group, String version) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("kind", "APIResourceList");
    list.put("apiVersion", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    list.put(
        "resources",
        kinds.in(group, version).stream()
            .flatMap(type -> Stream.concat(Stream.of(resource(type)), subresources(type)))
            .toList());
    return list;
  }

  private static Map<String, Object> resource(ResourceType type) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", type.plural());
    resource.put("singularName", type.names().singular());
    resource.put("namespaced", type.namespaced());
    resource.put("kind", type.kind());
    resource.put("verbs", VERBS);
    putUnlessEmpty(resource, "shortNames", type.names().shortNames());
    putUnlessEmpty(resource, "categories", type.names().categories());
    return resource;
  }

  private static void putUnlessEmpty(Map<String, Object> to, String key, List<String> values) {
    if (!values.isEmpty()) {
      to.put(key, values);
    }
  }

  private static Stream<Map<String, Object>> subresources(ResourceType type) {
    List<Map<String, Object>> found = new ArrayList<>();
    type.subresources().stream()
        .sorted()
        .forEach(
            name -> {
              Map<String, Object> resource = new LinkedHashMap<>();
              resource.put("name", type.plural() + "/" + name);
              resource.put("singularName", "");
              resource.put("namespaced", type.namespaced());
              if (name.equals("scale")) {
                resource.put("group", "autoscaling");
                resource.put("version", "v1");
              }
              resource.put("kind", name.equals("scale") ? "Scale" : type.kind());
              resource.put("verbs", SUBRESOURCE_VERBS);
              found.add(resource);
            });
    return found.stream();
  }
}
