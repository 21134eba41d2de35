package io.tocsin.notifier.state;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the annotation small: past {@link #PLAIN} bytes keys become hashes, and past {@link
 * #LARGEST} the oldest entries that no condition stands behind now are left out.
 */
final class StateSize {
  /** Up to here keys are written as Argo CD Notifications writes them. */
  static final int PLAIN = 16 * 1024;

  /** Larger the annotation never gets, unless the live entries alone are larger. */
  static final int LARGEST = 32 * 1024;

  private static final String HASHED = "~h:";
  private static final int HASH_BYTES = 12;

  /** Quotes, colon, comma and ten digits around a key. */
  private static final int AROUND = 14;

  private StateSize() {}

  static boolean isHashed(String key) {
    return key.startsWith(HASHED);
  }

  /** The key under which a large state has the entry. */
  static String hashed(String key) {
    if (isHashed(key)) {
      return key;
    }
    byte[] hash = ShortHash.bytes(key, HASH_BYTES);
    return HASHED + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /**
   * The entries as they are to be written.
   *
   * @param live the keys that must stay
   */
  static Map<String, Long> fit(Map<String, Long> entries, Set<String> live) {
    if (size(entries) <= PLAIN) {
      return entries;
    }
    Map<String, Long> hashed = new TreeMap<>();
    entries.forEach((key, time) -> hashed.merge(hashed(key), time, Math::max));
    int size = size(hashed);
    if (size <= LARGEST) {
      return hashed;
    }
    Set<String> kept = live.stream().map(StateSize::hashed).collect(Collectors.toSet());
    List<String> oldest =
        hashed.keySet().stream()
            .filter(key -> !kept.contains(key))
            .sorted(Comparator.<String, Long>comparing(hashed::get))
            .toList();
    for (int i = 0; i < oldest.size() && size > LARGEST; i++) {
      hashed.remove(oldest.get(i));
      size -= length(oldest.get(i));
    }
    return hashed;
  }

  private static int size(Map<String, Long> entries) {
    return 2 + entries.keySet().stream().mapToInt(StateSize::length).sum();
  }

  private static int length(String key) {
    return key.getBytes(StandardCharsets.UTF_8).length + AROUND;
  }
}
