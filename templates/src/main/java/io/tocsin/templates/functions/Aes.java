package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sprig's AES-256 in CBC mode. The key is the password itself, cut or filled up with zeros to 32
 * bytes, and nothing guards the text against changes: this is Sprig's format, not a good one.
 */
final class Aes {
  private static final int KEY = 32;
  private static final int BLOCK = 16;

  private Aes() {}

  static void addTo(Chapter chapter, SecureRandom random) {
    chapter
        .add(
            "encryptAES",
            STRING,
            a -> encrypted(Args.text(a, 0), Args.text(a, 1), random),
            STRING,
            STRING)
        .add(
            "decryptAES", STRING, a -> decrypted(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
  }

  private static String encrypted(String password, String text, SecureRandom random) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] iv = new byte[BLOCK];
    random.nextBytes(iv);
    byte[] plain = GoStrings.bytes(text);
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, password, iv, padded);
    byte[] whole = Arrays.copyOf(iv, BLOCK + encrypted.length);
    System.arraycopy(encrypted, 0, whole, BLOCK, encrypted.length);
    return Encodings.base64(whole);
  }

  private static String decrypted(String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] whole = Base64Text.decode(GoStrings.bytes(text));
    if (whole.length < BLOCK) {
      throw Args.bounds("[:" + BLOCK + "] with capacity " + GoStrings.length(text) / 4 * 3);
    }
    if (whole.length % BLOCK != 0) {
      throw new GoException("crypto/cipher: input not full blocks");
    }
    byte[] iv = Arrays.copyOf(whole, BLOCK);
    byte[] padded =
        crypt(Cipher.DECRYPT_MODE, password, iv, Arrays.copyOfRange(whole, BLOCK, whole.length));
    int padding = padded.length == 0 ? 1 : padded[padded.length - 1] & 0xFF;
    if (padding > padded.length) {
      throw Args.bounds("[:" + (padded.length - padding) + "]");
    }
    return GoStrings.of(padded, 0, padded.length - padding);
  }

  private static byte[] crypt(int mode, String password, byte[] iv, byte[] text) {
    byte[] key = Arrays.copyOf(GoStrings.bytes(password), KEY);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
