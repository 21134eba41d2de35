package io.tocsin.services.nats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A user's key pair as NATS writes it: Ed25519 in base32 with a prefix and a checksum. */
final class NKey {
  private static final String SEED_PREFIX = "SU";
  private static final int USER = 20 << 3;
  private static final int KEY_BYTES = 32;
  private static final int SEED_BYTES = 2 + KEY_BYTES + 2;

  private final KeyPair keys;

  private NKey(KeyPair keys) {
    this.keys = keys;
  }

  /** The pair that a seed stands for; empty when it is no user's seed. */
  static Optional<NKey> ofSeed(String seed) {
    Optional<byte[]> bytes = seed.startsWith(SEED_PREFIX) ? Base32.decode(seed) : Optional.empty();
    return bytes
        .filter(raw -> raw.length == SEED_BYTES && Crc16.fits(raw))
        .map(raw -> new NKey(pair(Arrays.copyOfRange(raw, 2, 2 + KEY_BYTES))));
  }

  /** The public key, which a server knows the user by. */
  String publicKey() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] raw = new byte[1 + KEY_BYTES];
    raw[0] = (byte) USER;
    System.arraycopy(encoded, encoded.length - KEY_BYTES, raw, 1, KEY_BYTES);
    return Base32.encode(Crc16.append(raw));
  }

  /** What proves the private key to a server that asked with a nonce. */
  String sign(String nonce) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(nonce.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The JDK derives a public key only while it makes a pair: so it is given its random bytes. */
  private static KeyPair pair(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class GivenBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] given;

    GivenBytes(byte[] given) {
      this.given = given;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(given, 0, bytes, 0, bytes.length);
    }
  }
}
