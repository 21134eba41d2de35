package io.tocsin.controller.helm.registry;

import java.util.Map;

/**
 * How a Helm repository or OCI registry is reached, as a repository Secret of Argo CD says it.
 *
 * @param url {@code https://host/path} or, for a registry, {@code host/path} with or without {@code
 *     oci://}
 * @param oci whether it is a registry
 * @param username empty without credentials
 * @param authorities PEM certificates that are trusted; empty for those of the Java runtime
 * @param clientCertificate PEM; empty for none
 * @param clientKey PEM; empty for none
 * @param insecure whether any certificate is trusted
 * @param plainHttp whether a registry is spoken to without TLS
 * @param passCredentials whether other hosts that a repository names are sent its credentials
 */
public record RepositoryAccess(
    String url,
    boolean oci,
    String username,
    String password,
    String authorities,
    String clientCertificate,
    String clientKey,
    boolean insecure,
    boolean plainHttp,
    boolean passCredentials) {
  private static final String OCI = "oci://";

  public RepositoryAccess {
    oci = oci || url.startsWith(OCI);
    url = url.startsWith(OCI) ? url.substring(OCI.length()) : url;
    url = url.replaceAll("/+$", "");
  }

  /** Without credentials. */
  public static RepositoryAccess anonymous(String url) {
    return new RepositoryAccess(url, false, "", "", "", "", "", false, false, false);
  }

  /**
   * What the data of a repository Secret say.
   *
   * @param authorities PEM certificates for its host, from {@code argocd-tls-certs-cm}
   */
  public static RepositoryAccess of(Map<String, String> data, String authorities) {
    return new RepositoryAccess(
        data.getOrDefault("url", ""),
        Boolean.parseBoolean(data.get("enableOCI")),
        data.getOrDefault("username", ""),
        data.getOrDefault("password", ""),
        authorities,
        data.getOrDefault("tlsClientCertData", ""),
        data.getOrDefault("tlsClientCertKey", ""),
        Boolean.parseBoolean(data.get("insecure")),
        Boolean.parseBoolean(data.get("insecureOCIForceHttp")),
        false);
  }

  /** The same, sending credentials to other hosts too or not. */
  public RepositoryAccess passingCredentials(boolean pass) {
    return new RepositoryAccess(
        url,
        oci,
        username,
        password,
        authorities,
        clientCertificate,
        clientKey,
        insecure,
        plainHttp,
        pass);
  }

  boolean hasCredentials() {
    return !username.isEmpty() || !password.isEmpty();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return (oci ? OCI : "") + url;
  }
}
