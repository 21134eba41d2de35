package io.tocsin.notifier.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The first bytes of a text's SHA-256. */
public final class ShortHash {
  private ShortHash() {}

  public static byte[] bytes(String text, int length) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In lower case, two digits a byte. */
  public static String hex(String text, int bytes) {
    return HexFormat.of().formatHex(bytes(text, bytes));
  }
}
