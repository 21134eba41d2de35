package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoStrings;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** The Master Password algorithm: a password for a site from one password for all. */
final class MasterPassword {
  private static final String SCOPE = "com.lyndir.masterpassword";
  private static final int SCRYPT_COST = 32_768;
  private static final int SCRYPT_BLOCK = 8;
  private static final int SCRYPT_PARALLEL = 2;
  private static final int KEY = 64;

  /** The forms of each type of password, a letter for a class of characters. */
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
              List.of(
                  "CvcvnoCvcvCvcv",
                  "CvcvCvcvnoCvcv",
                  "CvcvCvcvCvcvno",
                  "CvccnoCvcvCvcv",
                  "CvccCvcvnoCvcv",
                  "CvccCvcvCvcvno",
                  "CvcvnoCvccCvcv",
                  "CvcvCvccnoCvcv",
                  "CvcvCvccCvcvno",
                  "CvcvnoCvcvCvcc",
                  "CvcvCvcvnoCvcc",
                  "CvcvCvcvCvccno",
                  "CvccnoCvccCvcv",
                  "CvccCvccnoCvcv",
                  "CvccCvccCvcvno",
                  "CvcvnoCvccCvcc",
                  "CvcvCvccnoCvcc",
                  "CvcvCvccCvccno",
                  "CvccnoCvcvCvcc",
                  "CvccCvcvnoCvcc",
                  "CvccCvcvCvccno"),
          "medium", List.of("CvcnoCvc", "CvcCvcno"),
          "short", List.of("Cvcn"),
          "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin", List.of("nnnn"));

  private static final Map<Character, String> CLASSES =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  private MasterPassword() {}

  /**
   * @param counter 32 bits, unsigned
   */
  static String derive(long counter, String type, String password, String user, String site) {
    List<String> forms = FORMS.get(type);
    if (forms == null) {
      return "cannot find password template " + type;
    }
    byte[] key =
        SCrypt.generate(
            GoStrings.bytes(password),
            scoped(user, new byte[0]),
            SCRYPT_COST,
            SCRYPT_BLOCK,
            SCRYPT_PARALLEL,
            KEY);
    byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt((int) counter).array();
    byte[] seed = hmac(key, scoped(site, number));
    String form = forms.get((seed[0] & 0xFF) % forms.size());
    StringBuilder out = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      String characters = CLASSES.get(form.charAt(i));
      out.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
    }
    return out.toString();
  }

  private static byte[] scoped(String name, byte[] tail) {
    byte[] scope = GoStrings.bytes(SCOPE);
    byte[] bytes = GoStrings.bytes(name);
    return ByteBuffer.allocate(scope.length + Integer.BYTES + bytes.length + tail.length)
        .put(scope)
        .putInt(bytes.length)
        .put(bytes)
        .put(tail)
        .array();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
