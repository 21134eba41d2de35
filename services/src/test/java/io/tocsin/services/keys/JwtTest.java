package io.tocsin.services.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;

final class JwtTest {
  private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

  @Test
  void signsWhatThePublicKeyVerifies() throws Exception {
    KeyPair keys = rsa();
    String pkcs8 = pem("PRIVATE KEY", keys.getPrivate().getEncoded());

    String token = Jwt.rs256(PrivateKeys.rsa(pkcs8), Optional.of("k1"), Map.of("iss", "me"));

    String[] parts = token.split("\\.");
    Base64.Decoder decoder = Base64.getUrlDecoder();
    assertThat(new String(decoder.decode(parts[0]), UTF_8))
        .isEqualTo("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}");
    assertThat(new String(decoder.decode(parts[1]), UTF_8)).isEqualTo("{\"iss\":\"me\"}");
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(keys.getPublic());
    verifier.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(verifier.verify(decoder.decode(parts[2]))).isTrue();
  }

  @Test
  void readsAKeyAsGitHubWritesIt() throws Exception {
    PrivateKey key = rsa().getPrivate();
    byte[] pkcs1 =
        PrivateKeyInfo.getInstance(key.getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();

    assertThat(PrivateKeys.rsa(pem("RSA PRIVATE KEY", pkcs1))).isEqualTo(key);
  }

  @Test
  void saysNothingOfAKeyThatIsNone() {
    assertThatThrownBy(() -> PrivateKeys.rsa("s3cret"))
        .hasMessage("must be an RSA private key in PEM");
  }

  private static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String pem(String name, byte[] der) {
    return "-----BEGIN "
        + name
        + "-----\n"
        + MIME.encodeToString(der)
        + "\n-----END "
        + name
        + "-----\n";
  }
}
