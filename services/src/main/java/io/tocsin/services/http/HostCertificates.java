package io.tocsin.services.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Certificate authorities by host, as {@code argocd-tls-certs-cm} has them. */
final class HostCertificates {
  private final Map<String, String> pemByHost;

  private HostCertificates(Map<String, String> pemByHost) {
    this.pemByHost = pemByHost;
  }

  static HostCertificates none() {
    return new HostCertificates(Map.of());
  }

  static HostCertificates of(Map<String, String> pemByHost) {
    Map<String, String> lower = new TreeMap<>();
    pemByHost.forEach((host, pem) -> lower.put(host.toLowerCase(Locale.ROOT), pem));
    return new HostCertificates(lower);
  }

  /** The key that holds for a host, or for {@code host:port} before it. */
  Optional<String> key(String hostAndPort) {
    String exact = hostAndPort.toLowerCase(Locale.ROOT);
    String host = exact.replaceFirst(":\\d+$", "");
    return Optional.of(exact)
        .filter(pemByHost::containsKey)
        .or(() -> Optional.of(host).filter(pemByHost::containsKey));
  }

  Optional<String> pem(String hostAndPort) {
    return key(hostAndPort).map(pemByHost::get);
  }
}
