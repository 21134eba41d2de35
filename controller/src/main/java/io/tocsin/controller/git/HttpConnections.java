package io.tocsin.controller.git;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * HTTP to one server: its certificates, its proxy; {@code Authorization} is sent to no other host,
 * wherever it redirects to.
 */
final class HttpConnections implements HttpConnectionFactory {
  private static final int HTTP_PROXY_PORT = 80;

  private final String host;
  private final Tls tls;
  private final Proxy proxy;

  HttpConnections(String url, RepositoryCredentials credentials, GitTrust trust) {
    this.host = GitUrls.host(url);
    this.tls = Tls.of(host, credentials, trust);
    this.proxy = proxy(host, credentials);
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, null);
  }

  @Override
  public HttpConnection create(URL url, Proxy ofTheSystem) throws IOException {
    Proxy chosen = proxy != null ? proxy : ofTheSystem == null ? Proxy.NO_PROXY : ofTheSystem;
    Connection connection = new Connection(url, chosen, !url.getHost().equalsIgnoreCase(host));
    if (url.getProtocol().equalsIgnoreCase("https")) {
      secure(connection);
    }
    return connection;
  }

  private void secure(Connection connection) throws IOException {
    try {
      if (!tls.keys().isEmpty() || !tls.trusted().isEmpty()) {
        connection.configure(
            orDefault(tls.keys(), KeyManager[]::new),
            orDefault(tls.trusted(), TrustManager[]::new),
            null);
      }
      if (tls.insecure()) {
        connection.setHostnameVerifier((name, session) -> true);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Null is the JDK's own. */
  private static <T> T[] orDefault(List<T> own, IntFunction<T[]> array) {
    return own.isEmpty() ? null : own.toArray(array);
  }

  /** Null where the credentials name none for the host. */
  private static Proxy proxy(String host, RepositoryCredentials credentials) {
    boolean direct =
        Arrays.stream(credentials.noProxy().split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .anyMatch(name -> name.equals("*") || isWithin(host, name));
    if (credentials.proxy().isEmpty() || direct) {
      return null;
    }
    try {
      URI uri = URI.create(credentials.proxy().strip());
      int port = uri.getPort() < 0 ? HTTP_PROXY_PORT : uri.getPort();
      return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
    } catch (IllegalArgumentException e) {
      throw new RepositoryException("the proxy for %s is no URL".formatted(host));
    }
  }

  private static boolean isWithin(String host, String domain) {
    String bare = domain.startsWith(".") ? domain.substring(1) : domain;
    return host.equals(bare) || host.endsWith("." + bare);
  }

  private static final class Connection extends JDKHttpConnection {
    private final boolean elsewhere;

    Connection(URL url, Proxy proxy, boolean elsewhere) throws IOException {
      super(url, proxy);
      this.elsewhere = elsewhere;
    }

    @Override
    public void setRequestProperty(String key, String value) {
      if (!elsewhere || !key.equalsIgnoreCase("Authorization")) {
        super.setRequestProperty(key, value);
      }
    }
  }
}
