package io.tocsin.controller.git;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one of Argo CD's repository Secrets says, by the keys it has there.
 *
 * @param fields of the Secret, decoded
 */
public record RepositoryCredentials(Map<String, String> fields) {
  /** Of a repository that anyone may read. */
  public static final RepositoryCredentials NONE = new RepositoryCredentials(Map.of());

  public RepositoryCredentials {
    fields = Map.copyOf(fields);
  }

  public String url() {
    return field("url");
  }

  /** {@code git} or {@code helm}. */
  public String type() {
    return fields.getOrDefault("type", "git");
  }

  public String name() {
    return field("name");
  }

  /** Empty for every project. */
  public String project() {
    return field("project");
  }

  public String username() {
    return field("username");
  }

  public String password() {
    return field("password");
  }

  public String bearerToken() {
    return field("bearerToken");
  }

  public String sshPrivateKey() {
    return field("sshPrivateKey");
  }

  public String tlsClientCertData() {
    return field("tlsClientCertData");
  }

  public String tlsClientCertKey() {
    return field("tlsClientCertKey");
  }

  /** Of a proxy for HTTP, such as {@code http://proxy:3128}. */
  public String proxy() {
    return field("proxy");
  }

  /** Hosts and endings of hosts, separated by commas, which the proxy is not for. */
  public String noProxy() {
    return field("noProxy");
  }

  /** Whether neither the server's certificate nor its SSH key is looked at. */
  public boolean insecure() {
    return isSet("insecure") || isSet("insecureIgnoreHostKey");
  }

  public boolean enableOci() {
    return isSet("enableOCI");
  }

  public boolean enableLfs() {
    return isSet("enableLfs");
  }

  Optional<GitHubApp> gitHubApp() {
    return field("githubAppPrivateKey").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GitHubApp(
                field("githubAppID"),
                field("githubAppInstallationID"),
                field("githubAppPrivateKey"),
                field("githubAppEnterpriseBaseUrl")));
  }

  /** Whether anything is said by which a server would know who asks. */
  public boolean present() {
    return !username().isEmpty() || secrets().findAny().isPresent();
  }

  /** These, completed by those of a template where these have no credential of their own. */
  RepositoryCredentials orElse(RepositoryCredentials template) {
    if (present()) {
      return this;
    }
    Map<String, String> joined = new HashMap<>(template.fields);
    joined.putAll(fields);
    return new RepositoryCredentials(joined);
  }

  /** What no message may show. */
  Stream<String> secrets() {
    return Stream.of(
            "password", "bearerToken", "sshPrivateKey", "tlsClientCertKey", "githubAppPrivateKey")
        .map(this::field)
        .filter(secret -> !secret.isEmpty());
  }

  private String field(String key) {
    return fields.getOrDefault(key, "");
  }

  private boolean isSet(String key) {
    return field(key).strip().equalsIgnoreCase("true");
  }

  @Override
  public String toString() {
    return "credentials of " + GitUrls.show(url());
  }
}
