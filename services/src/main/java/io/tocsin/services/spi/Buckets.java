package io.tocsin.services.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the credentials that limits count for. */
public final class Buckets {
  private static final int DIGITS = 12;

  private Buckets() {}

  /** The type and a fingerprint of the credential. */
  public static String of(String type, String credential) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(credential.getBytes(UTF_8));
      return type + ":" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
