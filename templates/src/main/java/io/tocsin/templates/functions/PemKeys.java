package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Private keys in PEM, in the forms that Go and OpenSSL have for them. */
final class PemKeys {
  private static final String SUFFIX = " PRIVATE KEY";

  private PemKeys() {}

  /** RSA as PKCS #1, ECDSA as SEC 1, DSA as OpenSSL has it, and others as PKCS #8. */
  static String write(PrivateKeyInfo key) {
    try {
      return switch (PublicKeys.algorithm(key)) {
        case RSA -> Pem.write("RSA" + SUFFIX, encoded(key.parsePrivateKey()));
        case EC -> Pem.write("EC" + SUFFIX, encoded(sec1(key)));
        case DSA -> Pem.write("DSA" + SUFFIX, encoded(openssl(key)));
        case OTHER -> Pem.write("PRIVATE KEY", key.getEncoded());
      };
    } catch (IOException e) {
      throw new GoException("the private key cannot be written: " + e.getMessage());
    }
  }

  /**
   * @throws GoException when the text has no private key
   */
  static PrivateKeyInfo read(String text) {
    Pem block = Pem.find(text).orElseThrow(() -> new GoException("no PEM data in input"));
    String type = block.type();
    if (!type.equals("PRIVATE KEY") && !type.endsWith(SUFFIX)) {
      throw new GoException("no private key data in PEM block of type " + type);
    }
    try {
      PrivateKeyInfo key = key(type, block.content());
      PublicKeys.of(key);
      return key;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new GoException("parsing %s from PEM: %s".formatted(type, e.getMessage()));
    }
  }

  private static PrivateKeyInfo key(String type, byte[] content) throws IOException {
    return switch (type) {
      case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(content);
      case "RSA PRIVATE KEY" ->
          new PrivateKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
              RSAPrivateKey.getInstance(content));
      case "EC PRIVATE KEY" -> {
        ECPrivateKey key = ECPrivateKey.getInstance(content);
        yield new PrivateKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
            key);
      }
      case "DSA PRIVATE KEY" -> dsa(ASN1Sequence.getInstance(content));
      default ->
          throw new GoException(
              "invalid private key type " + type.substring(0, type.length() - SUFFIX.length()));
    };
  }

  private static PrivateKeyInfo dsa(ASN1Sequence numbers) throws IOException {
    BigInteger[] values =
        Arrays.stream(numbers.toArray())
            .map(number -> ASN1Integer.getInstance(number).getValue())
            .toArray(BigInteger[]::new);
    if (values.length != 6) {
      throw new IllegalArgumentException("it has not six numbers");
    }
    DSAParameter parameters = new DSAParameter(values[1], values[2], values[3]);
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters),
        new ASN1Integer(values[5]));
  }

  private static byte[] encoded(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded("DER");
  }

  private static ECPrivateKey sec1(PrivateKeyInfo key) throws IOException {
    DERBitString point = new DERBitString(PublicKeys.of(key).getPublicKeyData().getBytes());
    ASN1Encodable curve = key.getPrivateKeyAlgorithm().getParameters();
    BigInteger secret = ECPrivateKey.getInstance(key.parsePrivateKey()).getKey();
    return new ECPrivateKey(PublicKeys.orderBits(key), secret, point, curve);
  }

  private static DERSequence openssl(PrivateKeyInfo key) throws IOException {
    DSAParameter group = DSAParameter.getInstance(key.getPrivateKeyAlgorithm().getParameters());
    BigInteger secret = ASN1Integer.getInstance(key.parsePrivateKey()).getValue();
    ASN1Encodable[] numbers = {
      new ASN1Integer(0),
      new ASN1Integer(group.getP()),
      new ASN1Integer(group.getQ()),
      new ASN1Integer(group.getG()),
      new ASN1Integer(group.getG().modPow(secret, group.getP())),
      new ASN1Integer(secret)
    };
    return new DERSequence(numbers);
  }
}
