package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import java.util.Map;
import java.util.Set;

/**
 * How to delete.
 *
 * @param uid the uid that the object must have; empty for any
 * @param version the resource version that the object must have; empty for any
 * @param propagation what happens to dependents; empty for the default
 */
public record DeleteOptions(String uid, String version, String propagation, boolean dryRun) {
  private static final Set<String> POLICIES = Set.of("", "Foreground", "Background", "Orphan");

  /** A plain deletion. */
  public static final DeleteOptions DEFAULT = new DeleteOptions("", "", "", false);

  public DeleteOptions {
    if (!POLICIES.contains(propagation)) {
      throw Failures.invalid(
          "meta.k8s.io",
          "DeleteOptions",
          "",
          "FieldValueNotSupported",
          "propagationPolicy",
          "Unsupported value: \"%s\": supported values: \"Foreground\", \"Background\", \"Orphan\","
                  .formatted(propagation)
              + " \"nil\"");
    }
  }

  /** Reads the body of a request. */
  public static DeleteOptions of(Map<String, Object> body) {
    Map<String, Object> preconditions = Tree.map(body, "preconditions");
    return new DeleteOptions(
        Tree.text(preconditions, "uid"),
        Tree.text(preconditions, "resourceVersion"),
        Tree.text(body, "propagationPolicy"),
        !Tree.list(body, "dryRun").isEmpty());
  }
}
