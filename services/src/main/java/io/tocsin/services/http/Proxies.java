package io.tocsin.services.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Chooses proxies by the environment, by the rules of Go's {@code ProxyFromEnvironment}. */
final class Proxies extends ProxySelector implements Authenticator {
  private final Optional<HttpUrl> http;
  private final Optional<HttpUrl> https;
  private final NoProxy exceptions;

  private Proxies(Optional<HttpUrl> http, Optional<HttpUrl> https, NoProxy exceptions) {
    this.http = http;
    this.https = https;
    this.exceptions = exceptions;
  }

  static Proxies from(Map<String, String> environment) {
    return new Proxies(
        url(environment, "http_proxy"),
        url(environment, "https_proxy"),
        NoProxy.parse(variable(environment, "no_proxy")));
  }

  @Override
  public List<Proxy> select(URI uri) {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    String host = uri.getHost();
    return (secure ? https : http)
        .filter(_ -> host != null && !exceptions.covers(host, port))
        .map(
            proxy ->
                new Proxy(
                    Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
        .map(List::of)
        .orElse(List.of(Proxy.NO_PROXY));
  }

  /** The failure reaches whoever made the call; the next call tries the proxy again. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

  @Override
  public Request authenticate(Route route, Response response) {
    Request request = response.request();
    if (request.header("Proxy-Authorization") != null) {
      return null;
    }
    return (request.isHttps() ? https : http)
        .filter(proxy -> !proxy.username().isEmpty())
        .map(proxy -> Credentials.basic(proxy.username(), proxy.password()))
        .map(value -> request.newBuilder().header("Proxy-Authorization", value).build())
        .orElse(null);
  }

  /** Whether this is one of the proxies, which an administrator chose. */
  boolean own(InetSocketAddress target) {
    return Stream.of(http, https)
        .flatMap(Optional::stream)
        .filter(proxy -> proxy.port() == target.getPort())
        .anyMatch(proxy -> resolves(proxy.host(), target.getAddress()));
  }

  private static boolean resolves(String host, InetAddress address) {
    try {
      return Arrays.asList(InetAddress.getAllByName(host)).contains(address);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<HttpUrl> url(Map<String, String> environment, String name) {
    String text = variable(environment, name);
    return Optional.ofNullable(HttpUrl.parse(text.contains("://") ? text : "http://" + text));
  }

  private static String variable(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name.toUpperCase(Locale.ROOT), "");
    return upper.isEmpty() ? environment.getOrDefault(name, "") : upper;
  }
}
