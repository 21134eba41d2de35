package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.OBJECT;
import static io.tocsin.templates.golang.GoType.STRING;

/** Sprig's chapter "Semantic Version Functions". */
final class Semver {
  private Semver() {}

  static Chapter chapter() {
    return new Chapter("Semantic versions")
        .add("semver", OBJECT, a -> SemanticVersion.parse(Args.text(a, 0)), STRING)
        .add("semverCompare", BOOL, a -> compare(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
  }

  private static boolean compare(String constraint, String version) {
    VersionConstraint parsed = VersionConstraint.parse(constraint);
    return parsed.allows(SemanticVersion.parse(version));
  }
}
