package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checks what was fetched. */
final class Digests {
  private static final String PREFIX = "sha256:";

  private Digests() {}

  /**
   * @param digest in hexadecimal digits, with or without {@code sha256:}; empty for any
   * @throws HelmException when the bytes have another one
   */
  static byte[] checked(byte[] bytes, String digest, String what) {
    String wanted = digest.startsWith(PREFIX) ? digest.substring(PREFIX.length()) : digest;
    String actual = HexFormat.of().formatHex(sha256(bytes));
    if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(actual)) {
      throw new HelmException(
          "%s has the digest %s and should have %s".formatted(what, actual, wanted));
    }
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
