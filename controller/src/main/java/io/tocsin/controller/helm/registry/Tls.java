package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.tls.TlsManagers;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The TLS of a repository. */
final class Tls {
  private Tls() {}

  /**
   * @throws HelmException when a certificate or key cannot be read
   */
  static SSLContext context(RepositoryAccess access) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access), trust(access), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new HelmException(
          "the TLS certificates or key of the repository %s cannot be read: %s"
              .formatted(access, e.getMessage()),
          e);
    }
  }

  private static KeyManager[] keys(RepositoryAccess access)
      throws GeneralSecurityException, IOException {
    if (access.clientCertificate().isEmpty() || access.clientKey().isEmpty()) {
      return new KeyManager[0];
    }
    return TlsManagers.client(
            key(access.clientKey()), TlsManagers.certificates(access.clientCertificate()))
        .toArray(KeyManager[]::new);
  }

  private static PrivateKey key(String pem) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      return switch (parser.readObject()) {
        case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
        case PrivateKeyInfo info -> converter.getPrivateKey(info);
        case null, default -> throw new IOException("the client key is none");
      };
    }
  }

  /** Null for what the Java runtime trusts. */
  private static TrustManager[] trust(RepositoryAccess access)
      throws GeneralSecurityException, IOException {
    if (access.insecure()) {
      return TlsManagers.trustingAll().toArray(TrustManager[]::new);
    }
    return access.authorities().isEmpty()
        ? null
        : TlsManagers.trusting(TlsManagers.certificates(access.authorities()))
            .toArray(TrustManager[]::new);
  }
}
