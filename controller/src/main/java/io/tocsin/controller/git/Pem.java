package io.tocsin.controller.git;

import io.tocsin.controller.tls.TlsManagers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads keys and certificates as Secrets hold them. */
final class Pem {
  private Pem() {}

  /**
   * A private key, as OpenSSH, PKCS #1, SEC 1 or PKCS #8 have it.
   *
   * @throws RepositoryException naming what was read, not the key
   */
  static KeyPair privateKey(String what, String text) {
    String complete = text.endsWith("\n") ? text : text + "\n";
    try (InputStream bytes = new ByteArrayInputStream(complete.getBytes(StandardCharsets.UTF_8))) {
      Iterable<KeyPair> pairs =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(what), bytes, FilePasswordProvider.EMPTY);
      if (pairs != null && pairs.iterator().hasNext()) {
        return pairs.iterator().next();
      }
      throw new RepositoryException("%s holds no private key".formatted(what));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new RepositoryException("%s is no private key that can be read".formatted(what));
    }
  }

  /**
   * All certificates of a bundle.
   *
   * @throws RepositoryException naming what was read
   */
  static List<X509Certificate> certificates(String what, String text) {
    try {
      return TlsManagers.certificates(text);
    } catch (GeneralSecurityException e) {
      throw new RepositoryException("%s holds no certificate that can be read".formatted(what));
    }
  }
}
