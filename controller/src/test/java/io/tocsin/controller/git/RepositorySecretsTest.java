package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which Secret is a repository's. */
class RepositorySecretsTest {
  private static KubeObject secret(String type, Map<String, String> fields) {
    Map<String, Object> data = new HashMap<>();
    fields.forEach(
        (key, value) ->
            data.put(
                key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    return new KubeObject(
        Map.of(
            "metadata",
            Map.of(
                "name", "s",
                "namespace", "argocd",
                "labels", Map.of(RepositorySecrets.TYPE_LABEL, type)),
            "data",
            data));
  }

  private static final RepositorySecrets SECRETS =
      RepositorySecrets.of(
          List.of(
              secret("repository", Map.of("url", "https://host/org/own", "password", "own")),
              secret("repository", Map.of("url", "https://host/org/bare", "insecure", "true")),
              secret(
                  "repository",
                  Map.of("url", "https://host/org/own", "password", "team", "project", "team")),
              secret("repo-creds", Map.of("url", "https://host", "password", "host")),
              secret("repo-creds", Map.of("url", "https://host/Org", "password", "org")),
              secret("cluster", Map.of("url", "https://host/org/other", "password", "no"))));

  private static RepositoryCredentials find(String url, String project) {
    return SECRETS.find(new RepositoryId(url, project));
  }

  @Test
  void itsOwnComesFirstWhateverTheSpelling() {
    assertThat(find("https://HOST/org/own.git", "").password()).isEqualTo("own");
  }

  @Test
  void theProjectsOwnComesBeforeThatOfAllAndIsNobodyElses() {
    assertThat(find("https://host/org/own", "team").password()).isEqualTo("team");
    assertThat(find("https://host/org/own", "other").password()).isEqualTo("own");
  }

  @Test
  void aTemplateServesWhatBeginsWithItsUrlTheLongestFirst() {
    assertThat(find("https://host/org/new", "").password()).isEqualTo("org");
    assertThat(find("https://host/else", "").password()).isEqualTo("host");
    assertThat(find("https://elsewhere/org", "")).isEqualTo(RepositoryCredentials.NONE);
  }

  @Test
  void aTemplateCompletesARepositoryWithoutCredentials() {
    RepositoryCredentials bare = find("https://host/org/bare", "");
    assertThat(bare.password()).isEqualTo("org");
    assertThat(bare.insecure()).isTrue();
    assertThat(bare.url()).isEqualTo("https://host/org/bare");
  }

  @Test
  void printingShowsNoSecret() {
    assertThat(find("https://host/org/own", "").toString()).doesNotContain("password", "=own");
  }
}
