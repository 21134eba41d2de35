package io.tocsin.notifier.deploy;

import io.tocsin.controller.runtime.KubeObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an API server says was asked by a service account.
 *
 * @param log in the form of audit.k8s.io/v1, a line each
 * @param user as the API server calls it, or how it begins
 */
record Audit(Path log, String user) {
  private static final int FORBIDDEN = 403;
  private static final TypeReference<Map<String, Object>> JSON = new TypeReference<>() {};

  /** What all service accounts of a namespace asked. */
  static Audit of(Path log, String namespace) {
    return new Audit(log, "system:serviceaccount:%s:".formatted(namespace));
  }

  /** An answered request; of a watch, that it began. */
  record Request(
      String verb, String group, String resource, String namespace, String name, int code) {
    @Override
    public String toString() {
      return "%s %s/%s %s/%s: %d".formatted(verb, group, resource, namespace, name, code);
    }
  }

  /** All requests for resources so far. */
  List<Request> requests() {
    return requests("");
  }

  /** Those that were not permitted. */
  List<Request> forbidden() {
    return requests("\"code\":" + FORBIDDEN).stream()
        .filter(request -> request.code() == FORBIDDEN)
        .toList();
  }

  private List<Request> requests(String part) {
    try {
      String text = Files.exists(log) ? Files.readString(log) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.contains('"' + user) && line.contains(part))
          .map(line -> new KubeObject(JsonMapper.shared().readValue(line, JSON)))
          .filter(event -> event.at("objectRef") instanceof Map)
          .map(Audit::request)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request request(KubeObject event) {
    String subresource = event.text("objectRef", "subresource").map(sub -> "/" + sub).orElse("");
    return new Request(
        event.text("verb").orElseThrow(),
        event.text("objectRef", "apiGroup").orElse(""),
        event.text("objectRef", "resource").orElse("") + subresource,
        event.text("objectRef", "namespace").orElse(""),
        event.text("objectRef", "name").orElse(""),
        ((Number) event.at("responseStatus", "code")).intValue());
  }
}
