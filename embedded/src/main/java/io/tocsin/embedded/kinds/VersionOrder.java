package io.tocsin.embedded.kinds;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The priority of API versions: general availability, beta, alpha, each the newest first. */
final class VersionOrder {
  private static final Pattern KUBERNETES_STYLE = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

  private static final Comparator<String> PREFERRED =
      Comparator.comparing(VersionOrder::rank).reversed().thenComparing(Comparator.naturalOrder());

  private VersionOrder() {}

  static List<String> preferredFirst(Collection<String> versions) {
    return versions.stream().sorted(PREFERRED).toList();
  }

  private record Rank(int stability, int major, int minor) implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
      return Comparator.comparingInt(Rank::stability)
          .thenComparingInt(Rank::major)
          .thenComparingInt(Rank::minor)
          .compare(this, other);
    }
  }

  private static Rank rank(String version) {
    Matcher matcher = KUBERNETES_STYLE.matcher(version);
    if (!matcher.matches()) {
      return new Rank(0, 0, 0);
    }
    int major = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "alpha" -> new Rank(1, major, Integer.parseInt(matcher.group(3)));
      case "beta" -> new Rank(2, major, Integer.parseInt(matcher.group(3)));
      case null, default -> new Rank(3, major, 0);
    };
  }
}
