package io.tocsin.bench.load.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Revisions of Git, made up. */
final class Revisions {
  private Revisions() {}

  /** 40 hexadecimal digits, always the same for the same application and text. */
  static String of(String application, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] input = (application + "/" + text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-1.", e);
    }
  }
}
