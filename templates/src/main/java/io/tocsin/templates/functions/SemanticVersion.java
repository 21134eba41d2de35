package io.tocsin.templates.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A semantic version, read as leniently as the library Masterminds/semver 3.3 does.
 *
 * @param original the text it was read from
 * @param parsed whether it was parsed: what its methods return is another type in Go, which lacks
 *     some of them
 */
record SemanticVersion(
    long major,
    long minor,
    long patch,
    String prerelease,
    String metadata,
    String original,
    boolean parsed)
    implements GoObject, Comparable<SemanticVersion> {
  static final String TAIL =
      "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";

  private static final Pattern FORM = Pattern.compile("v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?" + TAIL);
  private static final int UINT64_DIGITS = 20;

  /**
   * @throws GoException as the library words its errors
   */
  static SemanticVersion parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new GoException("Invalid Semantic Version");
    }
    String prerelease = form.group(5) == null ? "" : form.group(5);
    checkPrerelease(prerelease);
    return new SemanticVersion(
        segment(form.group(1)),
        segment(form.group(2)),
        segment(form.group(3)),
        prerelease,
        form.group(8) == null ? "" : form.group(8),
        text,
        true);
  }

  /** Up to 2^64 - 1, which is negative here. */
  private static long segment(String text) {
    if (text == null) {
      return 0;
    }
    String digits = text.startsWith(".") ? text.substring(1) : text;
    String significant = digits.replaceFirst("^0+(?=.)", "");
    boolean fits =
        significant.length() <= UINT64_DIGITS && new BigInteger(significant).bitLength() <= 64;
    if (!fits) {
      throw new GoException(
          "Error parsing version segment: strconv.ParseUint: parsing \"%s\": value out of range"
              .formatted(digits));
    }
    return Long.parseUnsignedLong(significant);
  }

  private static void checkPrerelease(String prerelease) {
    for (String part : prerelease.split("\\.", -1)) {
      if (part.length() > 1 && part.startsWith("0") && Prereleases.isNumber(part)) {
        throw new GoException("Version segment starts with 0");
      }
    }
  }

  /** The version with other numbers and no prerelease or metadata. */
  SemanticVersion next(long newMajor, long newMinor, long newPatch) {
    SemanticVersion bare = new SemanticVersion(newMajor, newMinor, newPatch, "", "", "", false);
    return bare.withOriginal(original.startsWith("v") ? "v" + bare : bare.toString());
  }

  SemanticVersion withPrerelease(String other) {
    if (!other.isEmpty() && !other.matches("[0-9A-Za-z.\\-]*")) {
      throw new GoException("Invalid Prerelease string");
    }
    checkPrerelease(other);
    SemanticVersion changed =
        new SemanticVersion(major, minor, patch, other, metadata, original, false);
    return changed.withOriginal((original.startsWith("v") ? "v" : "") + changed);
  }

  SemanticVersion withMetadata(String other) {
    if (!other.matches("[0-9A-Za-z.\\-]*")) {
      throw new GoException("Invalid Metadata string");
    }
    SemanticVersion changed =
        new SemanticVersion(major, minor, patch, prerelease, other, original, false);
    return changed.withOriginal((original.startsWith("v") ? "v" : "") + changed);
  }

  private SemanticVersion withOriginal(String text) {
    return new SemanticVersion(major, minor, patch, prerelease, metadata, text, false);
  }

  /** By precedence; metadata does not count. */
  @Override
  public int compareTo(SemanticVersion other) {
    int byNumbers = Long.compareUnsigned(major, other.major);
    byNumbers = byNumbers == 0 ? Long.compareUnsigned(minor, other.minor) : byNumbers;
    byNumbers = byNumbers == 0 ? Long.compareUnsigned(patch, other.patch) : byNumbers;
    if (byNumbers != 0) {
      return Integer.signum(byNumbers);
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    return Prereleases.compare(prerelease, other.prerelease);
  }

  @Override
  public String typeName() {
    return parsed ? "*semver.Version" : "semver.Version";
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return VersionMethods.find(this, name);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(major)
        + "."
        + Long.toUnsignedString(minor)
        + "."
        + Long.toUnsignedString(patch)
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }
}
