package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityTest {
  private static X509Certificate certificate(Object pair) throws Exception {
    byte[] pem = ((CertificatePair) pair).cert().getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  /** Whether the private key of a pair signs what its certificate's public key verifies. */
  private static boolean matches(Object pair, String algorithm) throws Exception {
    PrivateKeyInfo key = PemKeys.read(((CertificatePair) pair).key());
    PublicKey publicKey = certificate(pair).getPublicKey();
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(
        java.security.KeyFactory.getInstance(publicKey.getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update((byte) 1);
    return signature.verify(signed);
  }

  @Test
  void whatIsEncryptedIsDecrypted() {
    Random random = new Random(7);
    for (int length = 1; length < 70; length++) {
      String text =
          random
              .ints(length, 0x20, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String password = "p".repeat(length);
      String encrypted = Call.text("encryptAES", password, text);
      assertThat(encrypted).isNotEqualTo(Call.text("encryptAES", password, text));
      assertThat(Call.text("decryptAES", password, encrypted)).isEqualTo(text);
    }
  }

  @Test
  void aHashedPasswordVerifies() {
    String entry = Call.text("htpasswd", "jo", "s3crét");
    assertThat(entry).startsWith("jo:$2a$10$");
    String hash = entry.substring(3);
    assertThat(OpenBSDBCrypt.checkPassword(hash, "s3crét".getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(OpenBSDBCrypt.checkPassword(hash, "other".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void anAuthorityOfRsaSignsACertificate() throws Exception {
    Object authority = Call.function("genCA", "my-ca", 365);
    List<Object> addresses = List.of("10.0.0.1", "2001:db8::1");
    List<Object> names = List.of("a.example", "*.b.example");
    Object signed = Call.function("genSignedCert", "web", addresses, names, 30, authority);
    X509Certificate ca = certificate(authority);
    X509Certificate web = certificate(signed);
    web.verify(ca.getPublicKey());
    ca.verify(ca.getPublicKey());
    assertThat(ca.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(web.getBasicConstraints()).isEqualTo(-1);
    assertThat(web.getIssuerX500Principal()).isEqualTo(ca.getSubjectX500Principal());
    assertThat(web.getSubjectX500Principal().getName()).isEqualTo("CN=web");
    assertThat(web.getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .containsExactly("a.example", "*.b.example", "10.0.0.1", "2001:db8:0:0:0:0:0:1");
    assertThat(web.getNotAfter()).isEqualTo(Date.from(Call.NOW.plus(Duration.ofDays(30))));
    assertThat(web.getKeyUsage()).startsWith(true, false, true, false, false, false);
    assertThat(ca.getKeyUsage()).startsWith(true, false, true, false, false, true);
    assertThat(matches(signed, "SHA256withRSA")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ecdsa, SHA256withECDSA, EC PRIVATE KEY", "ed25519, Ed25519, PRIVATE KEY"})
  void aKeyThatIsGivenIsUsed(String type, String algorithm, String block) throws Exception {
    String key = Call.text("genPrivateKey", type);
    assertThat(key).startsWith("-----BEGIN " + block + "-----\n");
    Object authority = Call.function("genCAWithKey", "ca", 1, key);
    Object signed =
        Call.function("genSignedCertWithKey", "x", List.of(), List.of(), 1, authority, key);
    Object own = Call.function("genSelfSignedCertWithKey", "y", List.of(), List.of(), 1, key);
    certificate(signed).verify(certificate(authority).getPublicKey());
    certificate(own).verify(certificate(own).getPublicKey());
    assertThat(((CertificatePair) own).key()).isEqualTo(key);
    assertThat(matches(authority, algorithm)).isTrue();
  }

  @Test
  void aKeyOfDsaIsWrittenAndReadAgain() {
    String key = Call.text("genPrivateKey", "dsa");
    assertThat(key).startsWith("-----BEGIN DSA PRIVATE KEY-----\n");
    assertThat(PemKeys.write(PemKeys.read(key))).isEqualTo(key);
  }
}
