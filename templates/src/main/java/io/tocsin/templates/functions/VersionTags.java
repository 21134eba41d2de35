package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Picks versions by Masterminds/semver's rules, for whoever has a list of them. */
public final class VersionTags {
  private VersionTags() {}

  /** Whether the text is a range such as {@code ^1.2} or {@code 1.x}, and no plain version. */
  public static boolean isRange(String text) {
    return version(text).isEmpty() && constraint(text).isPresent();
  }

  /**
   * The greatest version of the range, as it was written. What is no version is passed over.
   *
   * @return empty where the range is none, or allows none of the versions
   */
  public static Optional<String> greatest(String range, Collection<String> versions) {
    return constraint(range)
        .flatMap(
            allowed ->
                versions.stream()
                    .flatMap(text -> version(text).stream())
                    .filter(allowed::allows)
                    .max(Comparator.naturalOrder()))
        .map(SemanticVersion::original);
  }

  private static Optional<SemanticVersion> version(String text) {
    try {
      return Optional.of(SemanticVersion.parse(text));
    } catch (GoException e) {
      return Optional.empty();
    }
  }

  private static Optional<VersionConstraint> constraint(String text) {
    try {
      return Optional.of(VersionConstraint.parse(text));
    } catch (GoException e) {
      return Optional.empty();
    }
  }
}
