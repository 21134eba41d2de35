package io.tocsin.controller.kustomize;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A field of the objects of a kind.
 *
 * @param group empty for any
 * @param kind empty for any
 * @param path parts of it; lists on the way are gone through
 * @param create whether what is missing on the way is made
 */
record FieldSpec(String group, String kind, List<String> path, boolean create) {
  private static final Pattern SLASH = Pattern.compile("(?<!\\\\)/");

  /** Reads a path with slashes; one within a part has a backslash before it. */
  static FieldSpec of(String group, String kind, String path, boolean create) {
    List<String> parts =
        SLASH.splitAsStream(path).map(part -> part.replace("\\/", "/").replace("[]", "")).toList();
    return new FieldSpec(group, kind, parts, create);
  }

  static FieldSpec required(String group, String kind, String path) {
    return of(group, kind, path, true);
  }

  static FieldSpec optional(String kind, String path) {
    return of("", kind, path, false);
  }

  boolean fits(Resource resource) {
    return (group.isEmpty() || group.equals(resource.group()))
        && (kind.isEmpty() || kind.equals(resource.kind()));
  }

  void visit(Resource resource, FieldWalk.Visitor visitor) {
    if (fits(resource)) {
      FieldWalk.visit(resource.content(), path, create, visitor);
    }
  }
}
