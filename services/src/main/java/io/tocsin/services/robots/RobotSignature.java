package io.tocsin.services.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures that prove to a robot that its secret is known. */
public final class RobotSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private RobotSignature() {}

  /**
   * DingTalk's: HMAC-SHA256 under the secret of the timestamp, a line feed and the secret, in
   * base64.
   *
   * @param millis since 1970; DingTalk accepts an hour's difference
   */
  public static String ofDingTalk(String secret, long millis) {
    return hmac(secret, millis + "\n" + secret);
  }

  /**
   * Feishu's: HMAC-SHA256 of nothing under the timestamp, a line feed and the secret, in base64.
   *
   * @param seconds since 1970; Feishu accepts an hour's difference
   */
  public static String ofFeishu(String secret, long seconds) {
    return hmac(seconds + "\n" + secret, "");
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
