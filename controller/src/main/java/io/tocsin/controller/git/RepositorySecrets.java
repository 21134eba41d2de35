package io.tocsin.controller.git;

import io.tocsin.controller.runtime.KubeObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argo CD's repository Secrets: those labelled {@code argocd.argoproj.io/secret-type} with {@code
 * repository}, which are for one URL, and with {@code repo-creds}, which are for all URLs that
 * begin with theirs. Immutable.
 */
public final class RepositorySecrets {
  /** By whose value a Secret is known. */
  public static final String TYPE_LABEL = "argocd.argoproj.io/secret-type";

  private static final Logger log = LoggerFactory.getLogger(RepositorySecrets.class);

  private final List<RepositoryCredentials> repositories;
  private final List<RepositoryCredentials> templates;

  private RepositorySecrets(
      List<RepositoryCredentials> repositories, List<RepositoryCredentials> templates) {
    this.repositories = List.copyOf(repositories);
    this.templates = List.copyOf(templates);
  }

  /** Reads Secrets; those of other types are passed over, unreadable ones too, with a warning. */
  public static RepositorySecrets of(Collection<KubeObject> secrets) {
    List<RepositoryCredentials> repositories = new ArrayList<>();
    List<RepositoryCredentials> templates = new ArrayList<>();
    for (KubeObject secret : secrets) {
      String type = secret.labels().getOrDefault(TYPE_LABEL, "");
      if (type.equals("repository")) {
        read(secret).ifPresent(repositories::add);
      } else if (type.equals("repo-creds")) {
        read(secret).ifPresent(templates::add);
      }
    }
    return new RepositorySecrets(repositories, templates);
  }

  /** All repositories that have a Secret. */
  public List<RepositoryCredentials> repositories() {
    return repositories;
  }

  /**
   * What is known of a repository: its own Secret, the project's before those of all projects;
   * where that holds no credential, or is not there, the template with the longest beginning of its
   * URL.
   */
  public RepositoryCredentials find(RepositoryId id) {
    RepositoryCredentials own =
        repositories.stream()
            .filter(c -> GitUrls.same(c.url(), id.url()))
            .filter(c -> c.project().isEmpty() || c.project().equals(id.project()))
            .max(Comparator.comparing(c -> !c.project().isEmpty()))
            .orElse(RepositoryCredentials.NONE);
    return template(id.url()).map(own::orElse).orElse(own);
  }

  private Optional<RepositoryCredentials> template(String url) {
    String wanted = GitUrls.normalize(url);
    return templates.stream()
        .filter(c -> !c.url().isEmpty() && wanted.startsWith(GitUrls.normalize(c.url())))
        .max(Comparator.comparingInt(c -> GitUrls.normalize(c.url()).length()));
  }

  private static Optional<RepositoryCredentials> read(KubeObject secret) {
    Map<String, String> fields = new HashMap<>();
    try {
      if (secret.at("data") instanceof Map<?, ?> data) {
        data.forEach((key, value) -> fields.put((String) key, decode(value)));
      }
      if (secret.at("stringData") instanceof Map<?, ?> data) {
        data.forEach((key, value) -> fields.put((String) key, String.valueOf(value)));
      }
    } catch (IllegalArgumentException e) {
      log.warn("Secret {} is passed over: its data is not base64", secret.key());
      return Optional.empty();
    }
    RepositoryCredentials credentials = new RepositoryCredentials(fields);
    if (credentials.enableLfs()) {
      log.warn(
          "Secret {}: enableLfs has no effect, files kept by Git LFS are not read", secret.key());
    }
    return Optional.of(credentials);
  }

  private static String decode(Object value) {
    return value == null
        ? ""
        : new String(Base64.getMimeDecoder().decode((String) value), StandardCharsets.UTF_8);
  }
}
