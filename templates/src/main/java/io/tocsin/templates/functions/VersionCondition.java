package io.tocsin.templates.functions;

/**
 * One operator and version of a constraint.
 *
 * @param open whether a part of the version is a wildcard or missing
 * @param openMinor whether that is the minor version
 * @param openPatch whether that is the patch version
 */
record VersionCondition(
    String operator, SemanticVersion version, boolean open, boolean openMinor, boolean openPatch) {

  boolean allows(SemanticVersion other) {
    boolean unwanted = !other.prerelease().isEmpty() && version.prerelease().isEmpty();
    if (operator.equals("!=")) {
      return differs(other, unwanted);
    }
    if (unwanted) {
      return false;
    }
    return switch (operator) {
      case "", "=" -> open ? tilde(other) : other.compareTo(version) == 0;
      case ">" -> greater(other);
      case "<" -> other.compareTo(version) < 0;
      case ">=", "=>" -> other.compareTo(version) >= 0;
      case "<=", "=<" -> lessOrEqual(other);
      case "~", "~>" -> tilde(other);
      default -> caret(other);
    };
  }

  private boolean sameMajor(SemanticVersion other) {
    return other.major() == version.major();
  }

  private boolean sameMinor(SemanticVersion other) {
    return other.minor() == version.minor();
  }

  private boolean differs(SemanticVersion other, boolean unwanted) {
    if (!open) {
      return other.compareTo(version) != 0;
    }
    if (unwanted) {
      return false;
    }
    if (!sameMajor(other)) {
      return true;
    }
    if (openMinor) {
      return false;
    }
    if (!sameMinor(other)) {
      return true;
    }
    if (!openPatch) {
      return other.patch() != version.patch() || other.compareTo(version) != 0;
    }
    boolean prereleases = !other.prerelease().isEmpty() || !version.prerelease().isEmpty();
    return prereleases && Prereleases.compare(other.prerelease(), version.prerelease()) != 0;
  }

  private boolean greater(SemanticVersion other) {
    int major = Long.compareUnsigned(other.major(), version.major());
    if (!open) {
      return other.compareTo(version) > 0;
    }
    if (major != 0 || openMinor) {
      return major > 0;
    }
    return openPatch
        ? Long.compareUnsigned(other.minor(), version.minor()) > 0
        : other.compareTo(version) > 0;
  }

  private boolean lessOrEqual(SemanticVersion other) {
    if (!open) {
      return other.compareTo(version) <= 0;
    }
    int major = Long.compareUnsigned(other.major(), version.major());
    boolean laterMinor = Long.compareUnsigned(other.minor(), version.minor()) > 0;
    return major <= 0 && !(major == 0 && laterMinor && !openMinor);
  }

  private boolean tilde(SemanticVersion other) {
    if (other.compareTo(version) < 0) {
      return false;
    }
    boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
    if (zero && !openMinor && !openPatch) {
      return true;
    }
    return sameMajor(other) && (sameMinor(other) || openMinor);
  }

  private boolean caret(SemanticVersion other) {
    if (other.compareTo(version) < 0) {
      return false;
    }
    if (version.major() != 0 || openMinor) {
      return sameMajor(other);
    }
    if (other.major() != 0) {
      return false;
    }
    if (version.minor() != 0 || openPatch) {
      return sameMinor(other);
    }
    return other.minor() == 0 && other.patch() == version.patch();
  }
}
