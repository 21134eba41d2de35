package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** What follows from a private key. */
final class PublicKeys {
  /** The kinds of keys that are written and used in different ways. */
  enum Algorithm {
    RSA,
    EC,
    DSA,
    OTHER
  }

  private PublicKeys() {}

  static Algorithm algorithm(PrivateKeyInfo key) throws IOException {
    return switch (PrivateKeyFactory.createKey(key)) {
      case RSAKeyParameters _ -> Algorithm.RSA;
      case ECPrivateKeyParameters _ -> Algorithm.EC;
      case DSAPrivateKeyParameters _ -> Algorithm.DSA;
      default -> Algorithm.OTHER;
    };
  }

  /** The bits of an elliptic curve's order. */
  static int orderBits(PrivateKeyInfo key) throws IOException {
    ECPrivateKeyParameters secret = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(key);
    return secret.getParameters().getN().bitLength();
  }

  static SubjectPublicKeyInfo of(PrivateKeyInfo key) throws IOException {
    return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
        parameters(PrivateKeyFactory.createKey(key)));
  }

  private static AsymmetricKeyParameter parameters(AsymmetricKeyParameter key) {
    return switch (key) {
      case RSAPrivateCrtKeyParameters rsa ->
          new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
      case ECPrivateKeyParameters ec ->
          new ECPublicKeyParameters(
              ec.getParameters().getG().multiply(ec.getD()).normalize(), ec.getParameters());
      case DSAPrivateKeyParameters dsa ->
          new DSAPublicKeyParameters(
              dsa.getParameters().getG().modPow(dsa.getX(), dsa.getParameters().getP()),
              dsa.getParameters());
      case Ed25519PrivateKeyParameters ed25519 -> ed25519.generatePublicKey();
      default -> throw new GoException("unable to get public key for this type of private key");
    };
  }
}
