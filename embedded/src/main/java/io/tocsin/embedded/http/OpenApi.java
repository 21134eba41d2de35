package io.tocsin.embedded.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document without schemas: clients that validate then leave it to the server. */
final class OpenApi {
  private static final String PROTOBUF =
      "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

  private OpenApi() {}

  static Response answer(Request request) {
    if (!request.path().equals(List.of("openapi", "v2"))) {
      return Response.text(404, "404 page not found\n");
    }
    if (request.header("Accept").contains("protobuf")) {
      return new Response.Whole(200, PROTOBUF, List.of(new byte[0]));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("swagger", "2.0");
    document.put("info", Map.of("title", "Kubernetes", "version", "unversioned"));
    document.put("paths", Map.of());
    document.put("definitions", Map.of());
    return Response.json(200, document);
  }
}
