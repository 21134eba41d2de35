package io.tocsin.services.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Whose certificates are good. */
public final class Trust {
  private final X509TrustManager manager;

  private Trust(X509TrustManager manager) {
    this.manager = manager;
  }

  /** Anyone's: {@code insecureSkipVerify}. */
  public static Trust anyone() {
    return new Trust(new TrustAnyone());
  }

  /**
   * Those that these authorities, or the very certificates given, vouch for.
   *
   * @throws IllegalArgumentException when there is no certificate in the text
   */
  public static Trust ofPem(String pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int index = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("ca-" + index++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return new Trust((X509TrustManager) factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalArgumentException("not certificates in PEM", impossible);
    }
  }

  /** Makes TLS sockets that trust so. */
  public SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void apply(OkHttpClient.Builder builder) {
    builder.sslSocketFactory(sockets(), manager);
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws CertificateException {
    Collection<? extends Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    if (found.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    return List.copyOf(found);
  }
}
