package io.tocsin.controller.git;

import io.tocsin.controller.tls.TlsManagers;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/**
 * What HTTPS to one server needs; empty where the JDK's own will do.
 *
 * @param keys of the client's certificate
 */
record Tls(List<KeyManager> keys, List<TrustManager> trusted, boolean insecure) {
  /**
   * @throws RepositoryException for certificates that cannot be read
   */
  static Tls of(String host, RepositoryCredentials credentials, GitTrust trust) {
    try {
      return new Tls(
          clientKeys(credentials), trusted(host, credentials, trust), credentials.insecure());
    } catch (GeneralSecurityException | IOException e) {
      throw new RepositoryException(
          "the certificates for %s cannot be used: %s".formatted(host, e.getMessage()));
    }
  }

  private static List<TrustManager> trusted(
      String host, RepositoryCredentials credentials, GitTrust trust)
      throws GeneralSecurityException, IOException {
    if (credentials.insecure()) {
      return TlsManagers.trustingAll();
    }
    Optional<String> pem = Optional.ofNullable(trust.certificates().get(host));
    return pem.isEmpty()
        ? List.of()
        : TlsManagers.trusting(Pem.certificates("argocd-tls-certs-cm, " + host, pem.get()));
  }

  private static List<KeyManager> clientKeys(RepositoryCredentials credentials)
      throws GeneralSecurityException, IOException {
    if (credentials.tlsClientCertData().isEmpty()) {
      return List.of();
    }
    PrivateKey key =
        Pem.privateKey("tlsClientCertKey", credentials.tlsClientCertKey()).getPrivate();
    return TlsManagers.client(
        key, Pem.certificates("tlsClientCertData", credentials.tlsClientCertData()));
  }
}
