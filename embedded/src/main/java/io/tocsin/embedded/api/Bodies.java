package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Checks that a body is an object of the kind that the path names. */
final class Bodies {
  private Bodies() {}

  /** Sets what built-in kinds may leave out. */
  static void checkKind(ResourceType type, Map<String, Object> body) {
    String apiVersion = Tree.text(body, "apiVersion");
    String kind = Tree.text(body, "kind");
    if (type.custom().isPresent()) {
      checkCustom(type, apiVersion, kind, body);
    } else if ((!kind.isEmpty() && !kind.equals(type.kind()))
        || (!apiVersion.isEmpty() && !apiVersion.equals(type.apiVersion()))) {
      throw Failures.badRequest(
          "%s in version \"%s\" cannot be handled as a %s"
              .formatted(kind, apiVersion, type.kind()));
    }
    body.put("apiVersion", type.apiVersion());
    body.put("kind", type.kind());
  }

  private static void checkCustom(
      ResourceType type, String apiVersion, String kind, Map<String, Object> body) {
    for (String field : new String[] {"kind", "apiVersion"}) {
      if (Tree.text(body, field).isEmpty()) {
        throw Failures.badRequest(
            "%s in version \"%s\" cannot be handled as a %s: Object '%s' is missing in '%s'"
                .formatted(
                    type.kind(),
                    type.version(),
                    type.kind(),
                    field.equals("kind") ? "Kind" : "apiVersion",
                    new String(Json.bytes(body), StandardCharsets.UTF_8)));
      }
    }
    if (!apiVersion.equals(type.apiVersion())) {
      throw Failures.badRequest(
          "the API version in the data (%s) does not match the expected API version (%s)"
              .formatted(apiVersion, type.apiVersion()));
    }
    if (!kind.equals(type.kind())) {
      throw Failures.invalid(
          type.group(),
          kind,
          Metadata.of(body).name(),
          "FieldValueInvalid",
          "kind",
          Validation.invalidValue(kind, "must be " + type.kind()));
    }
  }

  /** Sets the namespace of the path, or checks that it is the body's. */
  static void checkNamespace(ResourceType type, String namespace, Metadata metadata) {
    String wanted = type.namespaced() ? namespace : "";
    if (!metadata.namespace().isEmpty() && !metadata.namespace().equals(wanted)) {
      throw Failures.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    metadata.set("namespace", wanted.isEmpty() ? null : wanted);
  }

  static void checkName(String name, Metadata metadata) {
    if (metadata.name().isEmpty()) {
      throw Failures.badRequest("the name of the object must be set for an update");
    }
    if (!metadata.name().equals(name)) {
      throw Failures.badRequest(
          "the name of the object (%s) does not match the name on the URL (%s)"
              .formatted(metadata.name(), name));
    }
  }
}
