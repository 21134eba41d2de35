package io.tocsin.embedded.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A fresh RSA key as PEM, which the API server asks for. */
final class ServiceAccountKey {
  private static final int BITS = 2048;

  private ServiceAccountKey() {}

  static Path write(Path file) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
      String text = Base64.getMimeEncoder(64, newline).encodeToString(key);
      return Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no RSA.", e);
    }
  }
}
