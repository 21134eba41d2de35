package io.tocsin.notifier.explain;

import io.tocsin.triggers.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of a condition that decided its value. */
final class Reasons {
  private Reasons() {}

  /** A line for each innermost part that has the value of the whole, or failed. */
  static List<String> of(Explanation whole) {
    Set<String> lines = new LinkedHashSet<>();
    whole
        .failed()
        .ifPresentOrElse(
            failed -> lines.add(first(failed.toString())), () -> decisive(whole, lines));
    return List.copyOf(lines);
  }

  private static void decisive(Explanation part, Set<String> lines) {
    List<Explanation> same = part.parts().stream().filter(inner -> agrees(part, inner)).toList();
    if (same.isEmpty()) {
      lines.add(first(part.toString()));
      inputs(part, lines);
    } else {
      same.forEach(inner -> decisive(inner, lines));
    }
  }

  private static boolean agrees(Explanation part, Explanation inner) {
    return inner.values().size() == 1
        && inner.values().getFirst() instanceof Boolean
        && inner.values().equals(part.values());
  }

  /** What a comparison compared: the values of its parts. */
  private static void inputs(Explanation part, Set<String> lines) {
    List<String> all = new ArrayList<>(part.toString().lines().skip(1).toList());
    all.removeIf(line -> line.startsWith("    "));
    all.forEach(line -> lines.add("  " + line.strip()));
  }

  private static String first(String tree) {
    return tree.lines().findFirst().orElse("");
  }
}
