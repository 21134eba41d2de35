package io.tocsin.embedded.kinds;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form in which the objects of a kind are stored when it has several.
 *
 * @param resource the resource under which they are stored
 * @param apiVersion the version in which they are stored
 * @param renames top-level fields by their name in the served version, to their name in storage;
 *     all others keep theirs
 */
public record Storage(String resource, String apiVersion, Map<String, String> renames) {
  /** From storage to the version of a type. */
  Map<String, Object> toServed(ResourceType type, Map<String, Object> stored) {
    Map<String, String> back = new LinkedHashMap<>();
    renames.forEach((served, kept) -> back.put(kept, served));
    return convert(stored, back, type.apiVersion());
  }

  /** From the version of a type to storage. */
  Map<String, Object> toStored(Map<String, Object> served) {
    return convert(served, renames, apiVersion);
  }

  private static Map<String, Object> convert(
      Map<String, Object> object, Map<String, String> names, String apiVersion) {
    Map<String, Object> converted = new LinkedHashMap<>();
    object.forEach((key, value) -> converted.put(names.getOrDefault(key, key), value));
    converted.put("apiVersion", apiVersion);
    return converted;
  }
}
