package io.tocsin.controller.kustomize;

import io.tocsin.controller.runtime.ClusterScoped;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An object while it is built: it changes, and remembers what it was called. */
final class Resource {
  private final Map<String, Object> content;
  private final List<ObjectId> former = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> suffixes = new ArrayList<>();
  private boolean hashed;

  /**
   * @param file which is named where the content is no object
   */
  Resource(String file, Map<?, ?> content) {
    this.content = Copies.of(content);
    if (kind().isEmpty() || apiVersion().isEmpty()) {
      throw new SourceException("%s holds an object without kind or apiVersion".formatted(file));
    }
    if (name().isEmpty()) {
      throw new SourceException("%s: a %s has no metadata.name".formatted(file, kind()));
    }
  }

  Map<String, Object> content() {
    return content;
  }

  KubeObject object() {
    return new KubeObject(content);
  }

  String kind() {
    return content.get("kind") instanceof String kind ? kind : "";
  }

  String apiVersion() {
    return content.get("apiVersion") instanceof String version ? version : "";
  }

  String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  String version() {
    return apiVersion().substring(apiVersion().indexOf('/') + 1);
  }

  String name() {
    return metadata("name");
  }

  String namespace() {
    return metadata("namespace");
  }

  Map<String, String> labels() {
    return object().labels();
  }

  Map<String, String> annotations() {
    return object().annotations();
  }

  ObjectId id() {
    return new ObjectId(group(), version(), kind(), name(), namespace());
  }

  /** What it was called at first. */
  ObjectId original() {
    return former.isEmpty() ? id() : former.getFirst();
  }

  /** What it was called before it was called as it is. */
  List<ObjectId> former() {
    return former;
  }

  /** All that it was and is called. */
  Stream<ObjectId> ids() {
    return Stream.concat(former.stream(), Stream.of(id()));
  }

  boolean isClusterScoped() {
    return ClusterScoped.contains(group(), kind());
  }

  List<String> prefixes() {
    return prefixes;
  }

  List<String> suffixes() {
    return suffixes;
  }

  void rename(String name) {
    if (!name.equals(name())) {
      former.add(id());
      metadata().put("name", name);
    }
  }

  void move(String namespace) {
    if (!namespace.equals(namespace())) {
      former.add(id());
      metadata().put("namespace", namespace);
    }
  }

  /** Whether its name ends in a hash of what it holds. */
  boolean hashed() {
    return hashed;
  }

  void hashed(boolean wanted) {
    hashed = wanted;
  }

  @SuppressWarnings("unchecked") // our own copies
  Map<String, Object> metadata() {
    return (Map<String, Object>)
        content.compute(
            "metadata", (key, old) -> old instanceof Map<?, ?> ? old : new LinkedHashMap<>());
  }

  @SuppressWarnings("unchecked") // our own copies
  void putAll(String field, Map<String, ?> entries) {
    if (!entries.isEmpty()) {
      ((Map<String, Object>)
              content.compute(
                  field, (key, old) -> old instanceof Map<?, ?> ? old : new LinkedHashMap<>()))
          .putAll(entries);
    }
  }

  private String metadata(String field) {
    return content.get("metadata") instanceof Map<?, ?> metadata
            && metadata.get(field) instanceof String text
        ? text
        : "";
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
