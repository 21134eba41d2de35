package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.BuiltInRules;
import io.tocsin.embedded.patch.JsonPatch;
import io.tocsin.embedded.patch.MergePatch;
import io.tocsin.embedded.patch.Patch;
import io.tocsin.embedded.patch.PatchException;
import io.tocsin.embedded.patch.StrategicMergePatch;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Reads patches by their media type. */
final class Patches {
  private Patches() {}

  private static Patch strategic(Request request, ResourceType type) {
    if (type.custom().isPresent()) {
      throw Failures.unsupportedForCustom();
    }
    return new StrategicMergePatch(Json.object(request.body().bytes()), new BuiltInRules());
  }

  /** The configuration of a server-side apply. */
  static Map<String, Object> configuration(Request request) {
    try {
      return Json.yamlObject(request.body().bytes());
    } catch (JacksonException e) {
      throw Failures.badRequest("error decoding YAML: " + e.getOriginalMessage());
    }
  }

  static Patch read(Request request, ResourceType type) {
    try {
      return switch (request.mediaType()) {
        case "application/merge-patch+json" -> new MergePatch(Json.object(request.body().bytes()));
        case "application/json-patch+json" -> JsonPatch.of(Json.value(request.body().bytes()));
        case "application/strategic-merge-patch+json" -> strategic(request, type);
        default -> throw Failures.unsupportedPatch();
      };
    } catch (JacksonException e) {
      throw Failures.badRequest(
          "The patch of a " + type.kind() + " cannot be read: " + e.getOriginalMessage());
    } catch (PatchException e) {
      throw Failures.badRequest(e.getMessage());
    }
  }
}
