package io.tocsin.controller.sync.cluster;

import java.util.List;

/**
 * What a path of the API is about.
 *
 * @param resource the plural; empty where the path names none, as discovery's
 * @param namespace empty for what has none
 * @param named whether it is one object
 */
record RequestPath(String resource, String namespace, boolean named) {
  private static final List<String> OF_A_NAMESPACE = List.of("status", "finalize");

  static RequestPath of(String path) {
    List<String> parts = List.of(path.substring(1).split("/"));
    int skip = parts.getFirst().equals("api") ? 2 : 3;
    List<String> rest = parts.subList(Math.min(skip, parts.size()), parts.size());
    boolean within =
        rest.size() > 2
            && rest.getFirst().equals("namespaces")
            && !OF_A_NAMESPACE.contains(rest.get(2));
    List<String> own = within ? rest.subList(2, rest.size()) : rest;
    return new RequestPath(
        own.isEmpty() ? "" : own.getFirst(), within ? rest.get(1) : "", own.size() > 1);
  }

  String verb(String method) {
    return switch (method) {
      case "GET" -> named ? "Get" : "List";
      case "POST" -> "Create";
      case "PUT" -> "Update";
      case "PATCH" -> "Patch";
      case "DELETE" -> "Delete";
      default -> "Unknown";
    };
  }
}
