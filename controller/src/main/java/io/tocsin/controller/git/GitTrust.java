package io.tocsin.controller.git;

import java.util.Map;

/**
 * Whom to believe.
 *
 * @param knownHosts lines in OpenSSH's form, of {@code argocd-ssh-known-hosts-cm}'s {@code
 *     ssh_known_hosts}
 * @param certificates PEM by host, the data of {@code argocd-tls-certs-cm}; a host that has some is
 *     believed by these alone, others by the JDK's
 */
public record GitTrust(String knownHosts, Map<String, String> certificates) {
  /** Only what the JDK trusts, and no SSH server. */
  public static final GitTrust DEFAULT = new GitTrust("", Map.of());

  public GitTrust {
    certificates = Map.copyOf(certificates);
  }
}
