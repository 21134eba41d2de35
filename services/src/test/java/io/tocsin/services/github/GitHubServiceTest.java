package io.tocsin.services.github;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.TestKeys;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHubServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  private static final String TOKEN =
      "{\"token\":\"ghs_16C7e42F292c6912E7\",\"expires_at\":\"2026-01-02T04:04:05Z\"}";
  private static final String BASE =
      "revisionPath: abc123, repoURLPath: '{{.app.spec.source.repoURL}}'";
  private static final String HEADERS =
      """
      Content-Type: application/json
      Accept: application/vnd.github+json
      X-GitHub-Api-Version: 2022-11-28
      Authorization: Bearer ghs_16C7e42F292c6912E7

      """;

  @Test
  void setsACommitStatusWithATokenThatItKeeps() {
    peer.answers(201, TOKEN).answers(201, "{}").answers(201, "{}");
    NotificationService github = github();
    Notification status =
        render(
            """
            message: Application {{.app.metadata.name}} is synced
            github:
              %s
              status:
                state: success
                label: continuous-delivery/{{.app.metadata.name}}
                targetURL: "{{.context.argocdUrl}}/applications/{{.app.metadata.name}}"
            """
                .formatted(BASE.replace(", ", "\n  ")));

    assertThat(send(github, status, "github")).isEqualTo(new Outcome.Delivered());
    assertThat(send(github, status, "github")).isEqualTo(new Outcome.Delivered());

    assertThat(peer.received())
        .startsWith("POST /api/v3/app/installations/2/access_tokens HTTP/1.1\n")
        .contains("Authorization: Bearer eyJ");
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/statuses/abc123 HTTP/1.1\n"
                + HEADERS
                + "{\"state\":\"success\","
                + "\"target_url\":\"http://argocd.k8s.local/applications/guestbook\","
                + "\"description\":\"Application guestbook is synced\","
                + "\"context\":\"continuous-delivery/guestbook\"}");
    assertThat(peer.requests()).isEqualTo(3);
  }

  @Test
  void makesADeploymentAndReportsOnIt() {
    peer.answers(201, TOKEN).answersJson("[]").answers(201, "{\"id\":7}").answers(201, "{}");

    assertThat(
            send(
                github(),
                render(
                    "message: m\ngithub: {"
                        + BASE
                        + ", deployment: {state: success, environment: production, environmentURL: 'https://e',"
                        + " logURL: 'https://l', requiredContexts: [], autoMerge: false, reference: v1.0.0}}"),
                "github"))
        .isEqualTo(new Outcome.Delivered());

    peer.next();
    assertThat(peer.received())
        .startsWith(
            "GET /api/v3/repos/acme/guestbook/deployments?ref=abc123&environment=production ");
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/deployments HTTP/1.1\n"
                + HEADERS
                + "{\"ref\":\"v1.0.0\",\"auto_merge\":false,\"environment\":\"production\","
                + "\"required_contexts\":[]}");
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/deployments/7/statuses HTTP/1.1\n"
                + HEADERS
                + "{\"state\":\"success\",\"log_url\":\"https://l\",\"description\":\"m\","
                + "\"environment\":\"production\",\"environment_url\":\"https://e\"}");
  }

  @Test
  void changesTheCommentWithItsTag() {
    peer.answers(201, TOKEN)
        .answersJson("[{\"number\":5},{\"number\":6}]")
        .answersJson(
            "[{\"id\":1,\"body\":\"x\"},{\"id\":2,\"body\":\"y <!-- argocd-notifications cd/guestbook -->\"}]")
        .answersJson("{}")
        .answersJson("[]")
        .answers(201, "{}");

    send(
        github(),
        render(
            "github: {"
                + BASE
                + ", pullRequestComment: {content: hi, commentTag: 'cd/{{.app.metadata.name}}'}}"),
        "github");

    peer.next();
    assertThat(peer.received())
        .startsWith("GET /api/v3/repos/acme/guestbook/commits/abc123/pulls ");
    assertThat(peer.received())
        .startsWith("GET /api/v3/repos/acme/guestbook/issues/5/comments?per_page=100&page=1 ");
    String body = "{\"body\":\"hi\\n<!-- argocd-notifications cd/guestbook -->\"}";
    assertThat(peer.received())
        .isEqualTo(
            "PATCH /api/v3/repos/acme/guestbook/issues/comments/2 HTTP/1.1\n" + HEADERS + body);
    peer.next();
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/issues/6/comments HTTP/1.1\n" + HEADERS + body);
  }

  @Test
  void makesACheckRunAndDispatches() {
    peer.answers(201, TOKEN).answers(201, "{}").answers(204, "");

    send(
        github(),
        render(
            "github: {"
                + BASE
                + ", checkRun: {name: cd, details_url: 'https://d', conclusion: success,"
                + " started_at: '2026-01-02T01:00:00+01:00', output: {title: t, summary: s, text: x}},"
                + " repositoryDispatch: {event_type: deployed, client_payload: '{\"a\": 1}'}}"),
        "github");

    peer.next();
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/check-runs HTTP/1.1\n"
                + HEADERS
                + "{\"name\":\"cd\",\"head_sha\":\"abc123\",\"details_url\":\"https://d\","
                + "\"external_id\":\"argocd-notifications\",\"status\":\"completed\","
                + "\"conclusion\":\"success\",\"started_at\":\"2026-01-02T00:00:00Z\","
                + "\"output\":{\"title\":\"t\",\"summary\":\"s\",\"text\":\"x\"}}");
    assertThat(peer.received())
        .isEqualTo(
            "POST /api/v3/repos/acme/guestbook/dispatches HTTP/1.1\n"
                + HEADERS
                + "{\"event_type\":\"deployed\",\"client_payload\":{\"a\":1}}");
  }

  @Test
  void commentsOnTheCommitWhereTheTemplateAsksForNothingElse() {
    peer.answers(201, TOKEN).answers(201, "{}");

    send(github(), render("message: m\ngithub: {" + BASE + "}"), "github");

    peer.next();
    assertThat(peer.received())
        .startsWith("POST /api/v3/repos/acme/guestbook/commits/abc123/comments ")
        .endsWith("{\"body\":\"m\"}");
  }

  @Test
  void waitsWhereGitHubLimits() {
    peer.answers(201, TOKEN)
        .answers(
            new MockResponse()
                .setResponseCode(403)
                .setHeader("Retry-After", "60")
                .setBody("{\"message\":\"You have exceeded a secondary rate limit\"}"))
        .answers(
            422,
            "{\"message\":\"This SHA and context has reached the maximum number of statuses.\"}");
    NotificationService github = github();
    Notification status =
        render("github: {" + BASE + ", status: {state: success, label: l, targetURL: u}}");

    assertThat(((Outcome.Retryable) send(github, status, "github")).after())
        .contains(Duration.ofSeconds(60));
    assertThat(send(github, status, "github")).isInstanceOf(Outcome.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/guestbook.git",
        "https://github.com/acme/guestbook",
        "git@github.com:acme/guestbook.git",
        "ssh://git@github.com:22/acme/guestbook.git",
        "https://user:pw@github.com/acme/guestbook/"
      })
  void readsEveryFormOfARepositorysUrl(String url) {
    assertThat(Repository.of(url)).isEqualTo(new Repository("acme", "guestbook"));
  }

  @Test
  void namesWhatIsWrongWithItsOptions() {
    assertThat(
            Sending.read("github", "github", "{appID: x, installationID: 1, privateKey: k}")
                .errors())
        .containsExactly(
            "service.github: appID must be a whole number",
            "service.github: privateKey must be an RSA private key in PEM");
  }

  private NotificationService github() {
    return service(
        "github",
        "github",
        "appID: 1\ninstallationID: \"2\"\nenterpriseBaseURL: "
            + peer.root()
            + "\nprivateKey: |\n"
            + TestKeys.pem().indent(2));
  }
}
