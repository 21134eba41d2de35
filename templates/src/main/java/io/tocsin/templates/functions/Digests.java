package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoStrings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Adler32;

/** The checksums of Sprig's chapter "Cryptographic and Security Functions". */
final class Digests {
  private Digests() {}

  static void addTo(Chapter chapter) {
    chapter
        .add("sha1sum", STRING, a -> digest("SHA-1", Args.text(a, 0)), STRING)
        .add("sha256sum", STRING, a -> digest("SHA-256", Args.text(a, 0)), STRING)
        .add("sha512sum", STRING, a -> digest("SHA-512", Args.text(a, 0)), STRING)
        .add("adler32sum", STRING, a -> adler32(Args.text(a, 0)), STRING);
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(GoStrings.bytes(text));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String adler32(String text) {
    Adler32 checksum = new Adler32();
    checksum.update(GoStrings.bytes(text));
    return Long.toString(checksum.getValue());
  }
}
