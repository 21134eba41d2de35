package io.tocsin.controller.git;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What HTTPS to one server needs; empty where the JDK's own will do.
 *
 * @param keys of the client's certificate
 */
record Tls(List<KeyManager> keys, List<TrustManager> trusted, boolean insecure) {
  private static final char[] IN_MEMORY = "in memory".toCharArray();

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
      return List.of(new TrustsAll());
    }
    Optional<String> pem = Optional.ofNullable(trust.certificates().get(host));
    if (pem.isEmpty()) {
      return List.of();
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate certificate : Pem.certificates("argocd-tls-certs-cm, " + host, pem.get())) {
      store.setCertificateEntry("certificate-" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return List.of(factory.getTrustManagers());
  }

  private static List<KeyManager> clientKeys(RepositoryCredentials credentials)
      throws GeneralSecurityException, IOException {
    if (credentials.tlsClientCertData().isEmpty()) {
      return List.of();
    }
    List<X509Certificate> chain =
        Pem.certificates("tlsClientCertData", credentials.tlsClientCertData());
    KeyPair key = Pem.privateKey("tlsClientCertKey", credentials.tlsClientCertKey());
    KeyStore store = emptyStore();
    store.setKeyEntry("client", key.getPrivate(), IN_MEMORY, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return List.of(factory.getKeyManagers());
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  /** For {@code insecure: "true"}. */
  private static final class TrustsAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
