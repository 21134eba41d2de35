package io.tocsin.services.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Makes the clients of all services, over one pool of connections. Immutable settings; thread-safe.
 * Each client has timeouts: {@link #CONNECT}, {@link #READ} between two bytes, {@link #TOTAL} for
 * the whole exchange.
 */
public final class HttpClients implements AutoCloseable {
  public static final Duration CONNECT = Duration.ofSeconds(5);
  public static final Duration READ = Duration.ofSeconds(10);
  public static final Duration TOTAL = Duration.ofSeconds(30);

  private static final int IDLE_CONNECTIONS = 32;
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(90);

  /** What a client is made of; equal settings share a client. */
  private record Key(TransportOptions options, String caOf) {}

  private final Lazily<OkHttpClient> base;
  private final Proxies proxies;
  private final HostCertificates certificates;
  private final AddressPolicy policy;
  private final Map<Key, OkHttpClient> clients = new ConcurrentHashMap<>();

  private HttpClients(
      Lazily<OkHttpClient> base,
      Proxies proxies,
      HostCertificates certificates,
      AddressPolicy policy) {
    this.base = base;
    this.proxies = proxies;
    this.certificates = certificates;
    this.policy = policy;
  }

  /**
   * @param environment where {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} stand, in
   *     upper or lower case
   */
  public static HttpClients create(Map<String, String> environment) {
    Proxies proxies = Proxies.from(environment);
    return new HttpClients(
        new Lazily<>(() -> base(proxies)), proxies, HostCertificates.none(), AddressPolicy.ANY);
  }

  private static OkHttpClient base(Proxies proxies) {
    return new OkHttpClient.Builder()
        .connectionPool(pool(IDLE_CONNECTIONS, IDLE_TIMEOUT))
        .dispatcher(new Dispatcher())
        .connectTimeout(CONNECT)
        .readTimeout(READ)
        .writeTimeout(READ)
        .callTimeout(TOTAL)
        .retryOnConnectionFailure(false)
        .eventListenerFactory(_ -> new UnkeptConnections())
        .proxySelector(proxies)
        .proxyAuthenticator(proxies)
        .build();
  }

  /**
   * The same with certificate authorities of hosts' own, instead of the JDK's for those hosts.
   *
   * @param pemByHost the host's name or {@code host:port} → certificates in PEM, as {@code
   *     argocd-tls-certs-cm} has them
   */
  public HttpClients withCertificates(Map<String, String> pemByHost) {
    return new HttpClients(base, proxies, HostCertificates.of(pemByHost), policy);
  }

  /** The same with another limit for a whole exchange than {@link #TOTAL}. */
  public HttpClients withTimeout(Duration whole) {
    Lazily<OkHttpClient> patient =
        new Lazily<>(() -> base.get().newBuilder().callTimeout(whole).build());
    return new HttpClients(patient, proxies, certificates, policy);
  }

  /** The same for services that may not reach every address. */
  public HttpClients withPolicy(AddressPolicy other) {
    return new HttpClients(base, proxies, certificates, other);
  }

  /** The certificate authorities configured for a host, in PEM; for services that speak no HTTP. */
  public Optional<String> certificatesOf(String host) {
    return certificates.pem(host);
  }

  /** Which addresses may be connected to; for services that speak no HTTP. */
  public AddressPolicy policy() {
    return policy;
  }

  /** The client for a URL's host. */
  OkHttpClient client(TransportOptions options, String hostAndPort) {
    String host = certificates.key(hostAndPort).orElse("");
    return clients.computeIfAbsent(new Key(options, host), this::build);
  }

  private OkHttpClient build(Key key) {
    OkHttpClient.Builder builder = base.get().newBuilder();
    TransportOptions options = key.options();
    if (!policy.equals(AddressPolicy.ANY)) {
      builder.socketFactory(new GuardedSockets(policy, proxies::own));
      builder.addNetworkInterceptor(new ProxiedTargets(policy));
      builder.connectionPool(pool(IDLE_CONNECTIONS, IDLE_TIMEOUT));
    }
    if (options.ownPool()) {
      builder.connectionPool(
          pool(
              options.maxIdleConns().orElse(IDLE_CONNECTIONS),
              options.idleConnTimeout().orElse(IDLE_TIMEOUT)));
    }
    options.maxConnsPerHost().ifPresent(most -> builder.addInterceptor(new PerHostLimit(most)));
    options.timeout().ifPresent(whole -> builder.callTimeout(whole).readTimeout(whole));
    if (options.insecureSkipVerify()) {
      Trust.anyone().apply(builder);
      builder.hostnameVerifier((_, _) -> true);
    } else if (!key.caOf().isEmpty()) {
      certificates.pem(key.caOf()).map(Trust::ofPem).ifPresent(trust -> trust.apply(builder));
    }
    return builder.build();
  }

  private static ConnectionPool pool(int idle, Duration keep) {
    return new ConnectionPool(idle, keep.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Closes idle connections and the threads behind them. */
  @Override
  public void close() {
    clients.values().forEach(client -> client.connectionPool().evictAll());
    base.made()
        .ifPresent(
            client -> {
              client.connectionPool().evictAll();
              client.dispatcher().executorService().shutdown();
            });
  }
}
