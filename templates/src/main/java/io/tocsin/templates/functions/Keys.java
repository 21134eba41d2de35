package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Makes private keys. */
final class Keys {
  private static final int LONG_RSA = 4096;
  private static final int SHORT_RSA = 2048;
  private static final int DSA = 2048;

  private Keys() {}

  /**
   * A new key in PEM.
   *
   * @param type {@code rsa}, also when empty, {@code dsa}, {@code ecdsa} or {@code ed25519}
   */
  static String generate(String type, SecureRandom random) {
    return switch (type) {
      case "", "rsa" -> PemKeys.write(sized("RSA", LONG_RSA, random));
      case "dsa" -> PemKeys.write(sized("DSA", DSA, random));
      case "ecdsa" -> PemKeys.write(key(curve(random)));
      case "ed25519" -> PemKeys.write(key(generator("Ed25519")));
      default -> "Unknown type " + type;
    };
  }

  /** What certificates get when no key is given: RSA of 2048 bits. */
  static PrivateKeyInfo forCertificate(SecureRandom random) {
    return sized("RSA", SHORT_RSA, random);
  }

  private static PrivateKeyInfo sized(String algorithm, int bits, SecureRandom random) {
    KeyPairGenerator generator = generator(algorithm);
    generator.initialize(bits, random);
    return key(generator);
  }

  private static KeyPairGenerator curve(SecureRandom random) {
    KeyPairGenerator generator = generator("EC");
    try {
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    } catch (GeneralSecurityException e) {
      throw new GoException("failed to generate private key: " + e.getMessage());
    }
    return generator;
  }

  private static KeyPairGenerator generator(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm);
    } catch (GeneralSecurityException e) {
      throw new GoException("failed to generate private key: " + e.getMessage());
    }
  }

  private static PrivateKeyInfo key(KeyPairGenerator generator) {
    return PrivateKeyInfo.getInstance(generator.generateKeyPair().getPrivate().getEncoded());
  }
}
