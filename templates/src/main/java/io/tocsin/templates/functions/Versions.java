package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Semantic versions and their constraints for others than templates. Thread-safe. */
public final class Versions {
  private record Named(String text, SemanticVersion version) {}

  private Versions() {}

  public static boolean isVersion(String text) {
    return named(text).isPresent();
  }

  /**
   * Whether the constraint, such as {@code >=1.2 <2}, allows the version.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  public static boolean allows(String constraint, String version) {
    try {
      return VersionConstraint.parse(constraint).allows(SemanticVersion.parse(version));
    } catch (GoException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * The greatest of the versions that the constraint allows, as it is written; what is no version
   * is passed over.
   *
   * @throws IllegalArgumentException when the constraint is none
   */
  public static Optional<String> greatest(String constraint, Collection<String> versions) {
    try {
      VersionConstraint wanted = VersionConstraint.parse(constraint);
      return versions.stream()
          .flatMap(version -> named(version).stream())
          .filter(version -> wanted.allows(version.version()))
          .max(Comparator.comparing(Named::version))
          .map(Named::text);
    } catch (GoException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Optional<Named> named(String text) {
    try {
      return Optional.of(new Named(text, SemanticVersion.parse(text)));
    } catch (GoException e) {
      return Optional.empty();
    }
  }
}
