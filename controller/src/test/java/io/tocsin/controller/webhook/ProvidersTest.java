package io.tocsin.controller.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private static String spec(String url, String revision) {
    return """
        {"source": {"repoURL": "%s", "targetRevision": "%s", "path": "shop"}}"""
        .formatted(url, revision);
  }

  private static final String GITHUB =
      """
      {"ref": "refs/heads/main", "before": "1111111111111111111111111111111111111111",
       "after": "2222222222222222222222222222222222222222",
       "repository": {"full_name": "acme/shop", "html_url": "https://github.com/acme/shop",
                      "default_branch": "main"},
       "commits": [{"added": ["shop/new.yaml"], "modified": ["shop/values.yaml"], "removed": []}]}""";

  @Test
  void aPushToGitHubRefreshesTheApplicationsOfItsRepository() {
    try (Sent sent = Sent.to(Map.of("webhook.github.secret", "s3cret"))) {
      sent.application("https", spec("https://github.com/acme/shop.git", "HEAD"))
          .application("ssh", spec("git@github.com:acme/shop.git", "main"))
          .application("branch", spec("https://github.com/acme/shop", "release"))
          .application("other", spec("https://github.com/acme/shop2", "HEAD"));

      String answer =
          sent.post(
              GITHUB,
              "X-GitHub-Event",
              "push",
              "X-Hub-Signature-256",
              "sha256=" + Sent.hmac("HmacSHA256", "s3cret", GITHUB));

      assertThat(answer).isEqualTo("200");
      await().until(() -> sent.refreshed().size() == 2);
      assertThat(sent.refreshed()).containsExactlyInAnyOrder("argocd/https", "argocd/ssh");
      assertThat(sent.forgotten())
          .containsExactly(
              "https://github.com/acme/shop",
              "https://github.com/acme/shop.git",
              "git@github.com:acme/shop.git");
    }
  }

  @Test
  void anOldGitHubServerSignsWithSha1() {
    try (Sent sent = Sent.to(Map.of("webhook.github.secret", "s3cret"))) {
      assertThat(
              sent.post(
                  GITHUB,
                  "X-GitHub-Event",
                  "push",
                  "X-Hub-Signature",
                  "sha1=" + Sent.hmac("HmacSHA1", "s3cret", GITHUB)))
          .isEqualTo("200");
    }
  }

  @Test
  void aWrongSignatureOfGitHubIsRefused() {
    try (Sent sent = Sent.to(Map.of("webhook.github.secret", "s3cret"))) {
      String other = "sha256=" + Sent.hmac("HmacSHA256", "other", GITHUB);
      String refused = "400 GitHub: the signature is not one with webhook.github.secret";
      assertThat(sent.post(GITHUB, "X-GitHub-Event", "push", "X-Hub-Signature-256", other))
          .isEqualTo(refused);
      assertThat(sent.post(GITHUB, "X-GitHub-Event", "push")).isEqualTo(refused);
    }
  }

  @Test
  void aPingOfGitHubIsAnswered() {
    try (Sent sent = Sent.to(Map.of())) {
      assertThat(sent.post("{\"zen\": \"Speak like a human.\"}", "X-GitHub-Event", "ping"))
          .isEqualTo("200");
      assertThat(sent.post("{}", "X-GitHub-Event", "star"))
          .isEqualTo("400 GitHub: the event must be push");
    }
  }

  @Test
  void aPushToGitLabNeedsItsToken() {
    String body =
        """
        {"object_kind": "push", "event_name": "push", "ref": "refs/heads/main",
         "project": {"web_url": "https://gitlab.example.com/acme/shop", "default_branch": "main"},
         "commits": [{"added": [], "modified": ["shop/values.yaml"], "removed": []}]}""";
    try (Sent sent = Sent.to(Map.of("webhook.gitlab.secret", "t0ken"))) {
      sent.application("shop", spec("https://gitlab.example.com/acme/shop.git", ""));

      assertThat(sent.post(body, "X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", "no"))
          .isEqualTo("400 GitLab: the token is not that of webhook.gitlab.secret");
      assertThat(sent.post(body, "X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", "t0ken"))
          .isEqualTo("200");
      await().until(() -> sent.refreshed().contains("argocd/shop"));
    }
  }

  @Test
  void aTagOfGitLabRefreshesARangeOfVersions() {
    String body =
        """
        {"object_kind": "tag_push", "ref": "refs/tags/v1.4.2",
         "project": {"web_url": "https://gitlab.example.com/acme/shop", "default_branch": "main"},
         "commits": []}""";
    try (Sent sent = Sent.to(Map.of())) {
      sent.application("two", spec("https://gitlab.example.com/acme/shop.git", "2.x"))
          .application("one", spec("https://gitlab.example.com/acme/shop.git", "1.x"));

      assertThat(sent.post(body, "X-Gitlab-Event", "Tag Push Hook")).isEqualTo("200");
      await().until(() -> !sent.refreshed().isEmpty());
      assertThat(sent.refreshed()).containsExactlyInAnyOrder("argocd/one");
    }
  }

  @Test
  void aPushToBitbucketNamesEachBranch() {
    String body =
        """
        {"repository": {"full_name": "acme/shop",
           "links": {"html": {"href": "https://bitbucket.org/acme/shop"}}},
         "push": {"changes": [
           {"new": {"type": "branch", "name": "stage"}, "old": {"name": "stage"}},
           {"new": null, "old": {"type": "branch", "name": "gone"}}]}}""";
    String uuid = "{a0f6b3b5-0000-4000-8000-0123456789ab}";
    try (Sent sent = Sent.to(Map.of("webhook.bitbucket.uuid", uuid))) {
      sent.application("stage", spec("git@bitbucket.org:acme/shop.git", "stage"))
          .application("gone", spec("https://bitbucket.org/acme/shop.git", "gone"))
          .application("live", spec("https://bitbucket.org/acme/shop.git", "live"));

      assertThat(sent.post(body, "X-Hook-UUID", "{other}", "X-Event-Key", "repo:push"))
          .isEqualTo("400 Bitbucket: the UUID is not that of webhook.bitbucket.uuid");
      assertThat(sent.post(body, "X-Hook-UUID", uuid, "X-Event-Key", "repo:push")).isEqualTo("200");
      await().until(() -> sent.refreshed().size() == 2);
      assertThat(sent.refreshed()).containsExactlyInAnyOrder("argocd/stage", "argocd/gone");
    }
  }

  @Test
  void aPushToBitbucketServerIsKnownByItsCloneLinks() {
    String body =
        """
        {"eventKey": "repo:refs_changed",
         "repository": {"slug": "shop", "links": {
           "clone": [
             {"href": "ssh://git@bitbucket.example.com:7999/acme/shop.git", "name": "ssh"},
             {"href": "https://bitbucket.example.com/scm/acme/shop.git", "name": "http"}],
           "self": [{"href": "https://bitbucket.example.com/projects/acme/repos/shop/browse"}]}},
         "changes": [{"ref": {"id": "refs/heads/main", "displayId": "main", "type": "BRANCH"}}]}""";
    try (Sent sent = Sent.to(Map.of("webhook.bitbucketserver.secret", "s"))) {
      sent.application("ssh", spec("ssh://git@bitbucket.example.com:7999/acme/shop.git", "main"))
          .application("http", spec("https://bitbucket.example.com/scm/acme/shop", "HEAD"));
      String right = "sha256=" + Sent.hmac("HmacSHA256", "s", body);
      String key = "repo:refs_changed";

      assertThat(sent.post("{\"test\": true}", "X-Event-Key", "diagnostics:ping")).isEqualTo("200");
      assertThat(sent.post(body, "X-Event-Key", key, "X-Hub-Signature", right + "0"))
          .isEqualTo(
              "400 Bitbucket Server: the signature is not one with webhook.bitbucketserver.secret");
      assertThat(sent.post(body, "X-Event-Key", key, "X-Hub-Signature", right)).isEqualTo("200");
      await().until(() -> sent.refreshed().size() == 2);
    }
  }

  @Test
  void aPushToGogsIsTakenForGogsThoughItSendsGitHubsHeadersToo() {
    try (Sent sent = Sent.to(Map.of("webhook.gogs.secret", "s", "webhook.github.secret", "x"))) {
      String body = GITHUB.replace("github.com", "gogs.example.com");
      sent.application("shop", spec("https://gogs.example.com/acme/shop", "main"));
      String signature = Sent.hmac("HmacSHA256", "s", body);

      assertThat(
              sent.post(
                  body, "X-Gogs-Event", "push", "X-GitHub-Event", "push", "X-Gogs-Signature", "0"))
          .isEqualTo("400 Gogs: the signature is not one with webhook.gogs.secret");
      assertThat(
              sent.post(
                  body,
                  "X-Gogs-Event",
                  "push",
                  "X-GitHub-Event",
                  "push",
                  "X-Gogs-Signature",
                  signature))
          .isEqualTo("200");
      await().until(() -> sent.refreshed().contains("argocd/shop"));
    }
  }

  @Test
  void aPushToAzureDevOpsNeedsUserAndPassword() {
    String body =
        """
        {"subscriptionId": "00000000-0000-0000-0000-000000000000", "eventType": "git.push",
         "resource": {"refUpdates": [{"name": "refs/heads/master",
             "oldObjectId": "1111111111111111111111111111111111111111",
             "newObjectId": "2222222222222222222222222222222222222222"}],
           "repository": {"name": "shop", "defaultBranch": "refs/heads/master",
             "remoteUrl": "https://dev.azure.com/acme/tools/_git/shop"}}}""";
    Map<String, String> secrets =
        Map.of("webhook.azuredevops.username", "hook", "webhook.azuredevops.password", "pw");
    try (Sent sent = Sent.to(secrets)) {
      sent.application("shop", spec("https://acme@dev.azure.com/acme/tools/_git/shop", ""));
      String right = Base64.getEncoder().encodeToString("hook:pw".getBytes(StandardCharsets.UTF_8));

      assertThat(sent.post(body, "X-Vss-Activityid", "1", "Authorization", "Basic bm86bm8="))
          .startsWith("400 Azure DevOps: user or password");
      assertThat(sent.post(body, "X-Vss-Activityid", "1", "Authorization", "Basic " + right))
          .isEqualTo("200");
      await().until(() -> sent.refreshed().contains("argocd/shop"));
    }
  }

  @Test
  void aContainerPublishedOnGitHubRefreshesItsCharts() {
    String body =
        """
        {"action": "published", "package": {"name": "shop", "package_type": "CONTAINER",
          "owner": {"login": "Acme"},
          "package_version": {"container_metadata": {"tag": {"name": "1.2.3"}}}}}""";
    try (Sent sent = Sent.to(Map.of("webhook.github.secret", "s"))) {
      sent.application("oci", spec("oci://ghcr.io/acme/shop", "1.2.3"))
          .application(
              "chart",
              """
              {"source": {"repoURL": "ghcr.io/acme", "chart": "shop", "targetRevision": "^1.2"}}""")
          .application("old", spec("oci://ghcr.io/acme/shop", "1.1.0"));
      String signature = "sha256=" + Sent.hmac("HmacSHA256", "s", body);

      assertThat(sent.post(body, "X-GitHub-Event", "package"))
          .startsWith("401 GitHub: the signature");
      assertThat(sent.post(body, "X-GitHub-Event", "package", "X-Hub-Signature-256", signature))
          .isEqualTo("200");
      await().until(() -> sent.refreshed().size() == 2);
      assertThat(sent.refreshed()).containsExactlyInAnyOrder("argocd/oci", "argocd/chart");
    }
  }

  @Test
  void anArtifactPushedToHarborRefreshesItsCharts() {
    String body =
        """
        {"type": "PUSH_ARTIFACT", "occur_at": 1586922308, "operator": "admin", "event_data": {
          "resources": [{"digest": "sha256:8a9e", "tag": "2.0.0",
                         "resource_url": "harbor.example.com/charts/shop:2.0.0"}],
          "repository": {"name": "shop", "namespace": "charts", "repo_full_name": "charts/shop"}}}""";
    try (Sent sent = Sent.to(Map.of("webhook.harbor.secret", "Bearer h"))) {
      sent.application("shop", spec("oci://harbor.example.com/charts/shop", "2.0.0"));

      assertThat(sent.post(body, "Authorization", "Bearer x"))
          .isEqualTo("400 Unknown webhook event");
      assertThat(sent.post(body, "Authorization", "Bearer h")).isEqualTo("200");
      await().until(() -> sent.refreshed().contains("argocd/shop"));
    }
  }
}
