package io.tocsin.notifier.translate.kubenotifier;

import java.util.HashSet;
import java.util.Set;

/** Names of keys, each given once. Not thread-safe. */
final class Names {
  /** Leaves room in the 253 letters of a key. */
  private static final int LONGEST = 100;

  private final Set<String> given = new HashSet<>();

  /** A name of letters, digits, dashes and underscores that is like the wanted one. */
  String claim(String wanted) {
    String clean = wanted.replaceAll("[^\\w-]+", "-").replaceAll("^-+|-+$", "");
    String name = clean.substring(0, Math.min(clean.length(), LONGEST));
    String free = name;
    for (int i = 2; !given.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
