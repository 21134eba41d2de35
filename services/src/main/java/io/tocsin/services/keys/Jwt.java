package io.tocsin.services.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.http.Json;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Signed tokens (RFC 7519) with RS256. */
public final class Jwt {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Jwt() {}

  /**
   * Signs claims.
   *
   * @param keyId names the key to the receiver; absent where it needs no name
   * @param claims in their order
   */
  public static String rs256(PrivateKey key, Optional<String> keyId, Map<String, Object> claims) {
    Map<String, Object> header =
        Json.present("alg", "RS256", "kid", keyId.orElse(""), "typ", "JWT");
    String signed = encode(Json.write(header)) + "." + encode(Json.write(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException("the key cannot sign", wrongKey);
    }
  }

  private static String encode(String json) {
    return ENCODER.encodeToString(json.getBytes(UTF_8));
  }
}
