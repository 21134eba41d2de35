package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.LIST;
import static io.tocsin.templates.golang.GoType.OBJECT;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** Certificates made by templates, and such as were made elsewhere. */
final class Certificates {
  private final SecureRandom random;
  private final Clock clock;

  private Certificates(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  static void addTo(Chapter chapter, SecureRandom random, Clock clock) {
    Certificates certificates = new Certificates(random, clock);
    chapter
        .add("genPrivateKey", STRING, a -> Keys.generate(Args.text(a, 0), random), STRING)
        .add(
            "buildCustomCert",
            OBJECT,
            a -> custom(Args.text(a, 0), Args.text(a, 1)),
            STRING,
            STRING)
        .add("genCA", OBJECT, a -> certificates.authority(a, 2), STRING, INT)
        .add("genCAWithKey", OBJECT, a -> certificates.authority(a, 2), STRING, INT, STRING)
        .add("genSelfSignedCert", OBJECT, a -> certificates.own(a, 4), STRING, LIST, LIST, INT)
        .add(
            "genSelfSignedCertWithKey",
            OBJECT,
            a -> certificates.own(a, 4),
            STRING,
            LIST,
            LIST,
            INT,
            STRING)
        .add(
            "genSignedCert",
            OBJECT,
            a -> certificates.signed(a, 5),
            STRING,
            LIST,
            LIST,
            INT,
            OBJECT)
        .add(
            "genSignedCertWithKey",
            OBJECT,
            a -> certificates.signed(a, 5),
            STRING,
            LIST,
            LIST,
            INT,
            OBJECT,
            STRING);
  }

  /** The key that is given as the argument at that index, or a new one. */
  private PrivateKeyInfo key(Object[] arguments, int index) {
    if (index >= arguments.length) {
      return Keys.forCertificate(random);
    }
    return reading("parsing private key: ", Args.text(arguments, index));
  }

  private static PrivateKeyInfo reading(String error, String pem) {
    try {
      return PemKeys.read(pem);
    } catch (GoException e) {
      throw new GoException(error + e.getMessage());
    }
  }

  private CertificatePair authority(Object[] arguments, int keyAt) {
    PrivateKeyInfo key = key(arguments, keyAt);
    CertificateMaker maker = new CertificateMaker(random, clock.instant());
    return pair(maker.authority(Args.text(arguments, 0), Args.integer(arguments, 1), key), key);
  }

  private CertificatePair own(Object[] arguments, int keyAt) {
    CertificateSubject subject = CertificateSubject.of(arguments);
    PrivateKeyInfo key = key(arguments, keyAt);
    CertificateMaker maker = new CertificateMaker(random, clock.instant());
    return pair(maker.selfSigned(subject, key), key);
  }

  private CertificatePair signed(Object[] arguments, int keyAt) {
    if (!(arguments[4] instanceof CertificatePair authority)) {
      throw new GoException("wrong type for value; expected sprig.certificate");
    }
    X509CertificateHolder issuer = certificate(authority.cert(), "decodedSignerCert");
    PrivateKeyInfo issuerKey = reading("error parsing private key: ", authority.key());
    CertificateSubject subject = CertificateSubject.of(arguments);
    PrivateKeyInfo key = key(arguments, keyAt);
    CertificateMaker maker = new CertificateMaker(random, clock.instant());
    return pair(maker.signed(subject, key, issuer, issuerKey), key);
  }

  private static CertificatePair pair(X509CertificateHolder certificate, PrivateKeyInfo key) {
    try {
      return new CertificatePair(
          Pem.write("CERTIFICATE", certificate.getEncoded()), PemKeys.write(key));
    } catch (IOException e) {
      throw new GoException("error creating certificate: " + e.getMessage());
    }
  }

  private static CertificatePair custom(String certificate64, String key64) {
    String certificate = decoded(certificate64, "certificate");
    String key = decoded(key64, "private key");
    certificate(certificate, "decodedCert");
    reading("error parsing private key: ", key);
    return new CertificatePair(certificate, key);
  }

  private static String decoded(String text, String what) {
    try {
      return GoStrings.of(Base64Text.decode(GoStrings.bytes(text)));
    } catch (GoException e) {
      throw new GoException("unable to decode base64 " + what);
    }
  }

  private static X509CertificateHolder certificate(String pem, String name) {
    Pem block = Pem.find(pem).orElseThrow(() -> new GoException("unable to decode certificate"));
    try {
      return new X509CertificateHolder(block.content());
    } catch (IOException e) {
      throw new GoException(
          "error parsing certificate: %s.Bytes: %s".formatted(name, e.getMessage()));
    }
  }
}
