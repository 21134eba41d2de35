package io.tocsin.embedded.api;

import io.tocsin.embedded.kinds.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refusals of the API, in the words of Kubernetes' {@code apimachinery/pkg/api/errors}. */
public final class Failures {
  private Failures() {}

  public static Failure notFound(ResourceType type, String name) {
    return named(404, "NotFound", type, name, "not found");
  }

  static Failure namespaceNotFound(String name) {
    return new Failure(
        404,
        "NotFound",
        "namespaces \"%s\" not found".formatted(name),
        details("", "namespaces", name));
  }

  public static Failure alreadyExists(ResourceType type, String name) {
    return named(409, "AlreadyExists", type, name, "already exists");
  }

  public static Failure forbidden(ResourceType type, String name, String why) {
    return named(403, "Forbidden", type, name, "is forbidden: " + why);
  }

  public static Failure conflict(ResourceType type, String name, String why) {
    return conflict(type.resource(), details(type.group(), type.plural(), name), name, why);
  }

  public static Failure modified(ResourceType type, String name) {
    return conflict(
        type,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  /** A precondition of a deletion that does not hold; these name the kind, not the resource. */
  static Failure precondition(ResourceType type, String name, String why) {
    String kind = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
    return conflict(kind, details(type.group(), type.kind(), name), name, why);
  }

  private static Failure conflict(
      String what, Map<String, Object> details, String name, String why) {
    String message = "Operation cannot be fulfilled on %s \"%s\": %s".formatted(what, name, why);
    return new Failure(409, "Conflict", message, details);
  }

  static Failure applyConflict(String message, List<Map<String, Object>> causes) {
    return new Failure(409, "Conflict", message, Map.of("causes", causes));
  }

  /** A patch other than apply that wants to take fields over. */
  public static Failure forceWithoutApply() {
    return invalid(
        "meta.k8s.io",
        "PatchOptions",
        "",
        "FieldValueForbidden",
        "force",
        "Forbidden: may not be specified for non-apply patch");
  }

  /** An object with a field that is not valid. */
  public static Failure invalid(
      ResourceType type, String name, String reason, String field, String why) {
    return invalid(type.group(), type.kind(), name, reason, field, why);
  }

  /** An update without a version where one is needed; this one names the resource. */
  static Failure versionRequired(ResourceType type, String name) {
    return invalid(
        type.group(),
        type.plural(),
        type.resource(),
        name,
        "FieldValueInvalid",
        "metadata.resourceVersion",
        "Invalid value: 0x0: must be specified for an update");
  }

  static Failure invalid(
      String group, String kind, String name, String reason, String field, String why) {
    String what = group.isEmpty() ? kind : kind + "." + group;
    return invalid(group, kind, what, name, reason, field, why);
  }

  private static Failure invalid(
      String group,
      String kind,
      String what,
      String name,
      String reason,
      String field,
      String why) {
    Map<String, Object> details = details(group, kind, name);
    details.put("causes", List.of(cause(reason, why, field)));
    String message = "%s \"%s\" is invalid: %s: %s".formatted(what, name, field, why);
    return new Failure(422, "Invalid", message, details);
  }

  static Map<String, Object> cause(String reason, String message, String field) {
    Map<String, Object> cause = new LinkedHashMap<>();
    cause.put("reason", reason);
    cause.put("message", message);
    cause.put("field", field);
    return cause;
  }

  public static Failure badRequest(String message) {
    return new Failure(400, "BadRequest", message, null);
  }

  /** A JSON patch that cannot be applied. */
  public static Failure unprocessable() {
    return new Failure(
        422, "Invalid", "the server rejected our request due to an error in our request", Map.of());
  }

  public static Failure unknownResource() {
    return new Failure(
        404, "NotFound", "the server could not find the requested resource", Map.of());
  }

  public static Failure methodNotAllowed() {
    return new Failure(
        405,
        "MethodNotAllowed",
        "the server does not allow this method on the requested resource",
        Map.of());
  }

  public static Failure unsupportedPatch() {
    return new Failure(415, "UnsupportedMediaType", "415: Unsupported Media Type", Map.of());
  }

  /** A strategic merge patch of a custom object. */
  public static Failure unsupportedForCustom() {
    return new Failure(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include:"
            + " application/json-patch+json, application/merge-patch+json,"
            + " application/apply-patch+yaml",
        null);
  }

  public static Failure unsupportedBody() {
    return unsupportedBody("");
  }

  /** As `kubectl create namespace` and others send it, which know no second form. */
  public static Failure protobufBody() {
    return unsupportedBody(
        "; this server reads no protobuf, but what `kubectl create … --dry-run=client -o yaml |"
            + " kubectl apply -f -` sends");
  }

  private static Failure unsupportedBody(String hint) {
    return new Failure(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include:"
            + " application/json, application/yaml"
            + hint,
        null);
  }

  /** A version from before the history. */
  public static Failure expired(String message) {
    return new Failure(410, "Expired", message, null);
  }

  /** A version that is not there yet. */
  public static Failure tooLargeVersion(long wanted, long current) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(
        "causes",
        List.of(
            Map.of("reason", "ResourceVersionTooLarge", "message", "Too large resource version")));
    details.put("retryAfterSeconds", 1L);
    return new Failure(
        504,
        "Timeout",
        "Timeout: Too large resource version: %d, current: %d".formatted(wanted, current),
        details);
  }

  /** A failure of the server; the real one gives no reason for these. */
  public static Failure internal(String message) {
    return new Failure(500, "", message, null);
  }

  /** A failure that a test asked for. */
  public static Failure planned(int code, String verb, String resource) {
    String reason =
        switch (code) {
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "NotFound";
          case 409 -> "Conflict";
          case 410 -> "Expired";
          case 422 -> "Invalid";
          case 429 -> "TooManyRequests";
          case 503 -> "ServiceUnavailable";
          case 504 -> "Timeout";
          default -> code < 500 ? "BadRequest" : "InternalError";
        };
    String message = "This %s of %s was told to fail.".formatted(verb, resource);
    return new Failure(code, reason, message, null);
  }

  private static Failure named(
      int code, String reason, ResourceType type, String name, String what) {
    String message = "%s \"%s\" %s".formatted(type.resource(), name, what);
    return new Failure(code, reason, message, details(type.group(), type.plural(), name));
  }

  private static Map<String, Object> details(String group, String kind, String name) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      details.put("name", name);
    }
    if (!group.isEmpty()) {
      details.put("group", group);
    }
    details.put("kind", kind);
    return details;
  }
}
