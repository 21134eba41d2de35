package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;

/** The metadata of an object. A view: what is set is set in the object. */
record Metadata(Map<String, Object> fields) {
  static Metadata of(Map<String, Object> object) {
    return new Metadata(Tree.ensureMap(object, "metadata"));
  }

  String name() {
    return text("name");
  }

  String namespace() {
    return text("namespace");
  }

  String uid() {
    return text("uid");
  }

  String version() {
    return text("resourceVersion");
  }

  boolean isTerminating() {
    return fields.get("deletionTimestamp") != null;
  }

  List<Object> finalizers() {
    return Tree.list(fields, "finalizers");
  }

  String text(String key) {
    return Tree.text(fields, key);
  }

  /** Sets a field, or removes it when the value is null. */
  void set(String key, Object value) {
    if (value == null) {
      fields.remove(key);
    } else {
      fields.put(key, value);
    }
  }

  /** Makes fields what they are in other metadata. */
  void keep(Metadata from, String... keys) {
    for (String key : keys) {
      set(key, from.fields.get(key));
    }
  }
}
