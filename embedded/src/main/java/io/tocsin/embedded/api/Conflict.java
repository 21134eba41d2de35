package io.tocsin.embedded.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A field that an apply would change although another manager owns it. */
record Conflict(String owner, String path) {
  static Failure failure(List<Conflict> conflicts) {
    List<Map<String, Object>> causes =
        conflicts.stream()
            .map(
                conflict ->
                    Failures.cause(
                        "FieldManagerConflict",
                        "conflict with " + conflict.owner(),
                        conflict.path()))
            .toList();
    String message =
        conflicts.size() == 1
            ? "Apply failed with 1 conflict: conflict with %s: %s"
                .formatted(conflicts.getFirst().owner(), conflicts.getFirst().path())
            : "Apply failed with %d conflicts: %s".formatted(conflicts.size(), list(conflicts));
    return Failures.applyConflict(message, causes);
  }

  private static String list(List<Conflict> conflicts) {
    Map<String, List<String>> byOwner = new LinkedHashMap<>();
    for (Conflict conflict : conflicts) {
      byOwner.computeIfAbsent(conflict.owner(), key -> new ArrayList<>()).add(conflict.path());
    }
    List<String> lines = new ArrayList<>();
    byOwner.forEach(
        (owner, paths) -> {
          lines.add("conflicts with " + owner + ":");
          paths.forEach(path -> lines.add("- " + path));
        });
    return String.join("\n", lines);
  }
}
