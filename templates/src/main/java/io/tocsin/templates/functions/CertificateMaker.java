package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes X.509 certificates for TLS servers and clients, with the extensions that Go gives them. */
final class CertificateMaker {
  private static final int SERIAL_BITS = 128;
  private static final int KEY_ID = 20;
  private static final int USAGE = KeyUsage.keyEncipherment | KeyUsage.digitalSignature;

  private final SecureRandom random;
  private final Instant now;

  CertificateMaker(SecureRandom random, Instant now) {
    this.random = random;
    this.now = now;
  }

  X509CertificateHolder authority(String commonName, long days, PrivateKeyInfo key) {
    CertificateSubject subject = new CertificateSubject(commonName, List.of(), days);
    return making(() -> make(subject, key, name(commonName), null, key, true));
  }

  X509CertificateHolder selfSigned(CertificateSubject subject, PrivateKeyInfo key) {
    return making(() -> make(subject, key, name(subject.commonName()), null, key, false));
  }

  X509CertificateHolder signed(
      CertificateSubject subject,
      PrivateKeyInfo key,
      X509CertificateHolder issuer,
      PrivateKeyInfo issuerKey) {
    return making(() -> make(subject, key, issuer.getSubject(), issuer, issuerKey, false));
  }

  @FunctionalInterface
  private interface Making {
    X509CertificateHolder make()
        throws IOException, GeneralSecurityException, OperatorCreationException;
  }

  private static X509CertificateHolder making(Making making) {
    try {
      return making.make();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new GoException("error creating certificate: " + e.getMessage());
    }
  }

  private X509CertificateHolder make(
      CertificateSubject subject,
      PrivateKeyInfo key,
      X500Name issuerName,
      X509CertificateHolder issuer,
      PrivateKeyInfo signingKey,
      boolean authority)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    SubjectPublicKeyInfo publicKey = PublicKeys.of(key);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuerName,
            new BigInteger(SERIAL_BITS, random),
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(subject.days()))),
            name(subject.commonName()),
            publicKey);
    usage(builder, authority);
    identifiers(builder, publicKey, issuer, authority);
    names(builder, subject);
    return builder.build(signer(signingKey));
  }

  private static X500Name name(String commonName) {
    return commonName.isEmpty()
        ? new X500NameBuilder(BCStyle.INSTANCE).build()
        : new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  private static void usage(X509v3CertificateBuilder builder, boolean authority)
      throws IOException {
    KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
    builder
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(authority ? USAGE | KeyUsage.keyCertSign : USAGE))
        .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
  }

  private static void identifiers(
      X509v3CertificateBuilder builder,
      SubjectPublicKeyInfo key,
      X509CertificateHolder issuer,
      boolean authority)
      throws IOException, GeneralSecurityException {
    if (authority) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getPublicKeyData().getBytes());
      byte[] id = Arrays.copyOf(digest, KEY_ID);
      builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id));
    }
    Extension issuerId =
        issuer == null ? null : issuer.getExtension(Extension.subjectKeyIdentifier);
    if (issuerId != null) {
      byte[] id = SubjectKeyIdentifier.getInstance(issuerId.getParsedValue()).getKeyIdentifier();
      builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id));
    }
  }

  private static void names(X509v3CertificateBuilder builder, CertificateSubject subject)
      throws IOException {
    if (!subject.names().isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          subject.commonName().isEmpty(),
          new GeneralNames(subject.names().toArray(GeneralName[]::new)));
    }
  }

  private static ContentSigner signer(PrivateKeyInfo key)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(key.getEncoded());
    return switch (PublicKeys.algorithm(key)) {
      case RSA -> signer("SHA256withRSA", KeyFactory.getInstance("RSA").generatePrivate(encoded));
      case EC ->
          signer(
              "SHA" + hashBits(key) + "withECDSA",
              KeyFactory.getInstance("EC").generatePrivate(encoded));
      case OTHER -> signer("Ed25519", KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
      case DSA ->
          throw new GeneralSecurityException("x509: only RSA, ECDSA and Ed25519 keys supported");
    };
  }

  private static int hashBits(PrivateKeyInfo key) throws IOException {
    int bits = PublicKeys.orderBits(key);
    return bits <= 256 ? 256 : bits <= 384 ? 384 : 512;
  }

  private static ContentSigner signer(String algorithm, PrivateKey key)
      throws OperatorCreationException {
    return new JcaContentSignerBuilder(algorithm).build(key);
  }
}
