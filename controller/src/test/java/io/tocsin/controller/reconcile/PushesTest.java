package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.controller.git.GitHttpServer;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A push is heard of over HTTP, proven, and deployed, though nobody would look for an hour. */
class PushesTest extends InScene {
  private static final String SECRET = "s3cret";
  private static final String UUID = "{a0f6b3b5-0000-4000-8000-0123456789ab}";

  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private GitHttpServer git;
  private HttpServer server;

  /** A payload of one sender, and what proves that it is theirs. */
  record Sender(String name, String payload, List<String> headers) {
    String body() {
      return payload.replace("URL", "http://localhost/team/app");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sender> senders() throws Exception {
    String github =
        """
        {"ref": "refs/heads/main", "repository": {"html_url": "URL", "default_branch": "main"},
         "commits": [{"added": [], "modified": ["app/one.yaml"], "removed": []}]}""";
    String basic =
        Base64.getEncoder().encodeToString("hook:s3cret".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        signed("GitHub", github, "X-Hub-Signature-256", "sha256=", "X-GitHub-Event", "push"),
        signed("Gogs", github, "X-Gogs-Signature", "", "X-Gogs-Event", "push"),
        new Sender(
            "GitLab",
            """
            {"object_kind": "push", "ref": "refs/heads/main",
             "project": {"web_url": "URL", "default_branch": "main"}, "commits": []}""",
            List.of("X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", SECRET)),
        new Sender(
            "Bitbucket",
            """
            {"repository": {"links": {"html": {"href": "URL"}}},
             "push": {"changes": [{"new": {"type": "branch", "name": "main"}}]}}""",
            List.of("X-Hook-UUID", UUID, "X-Event-Key", "repo:push")),
        signed(
            "Bitbucket Server",
            """
            {"repository": {"links": {"clone": [{"href": "URL.git", "name": "http"}]}},
             "changes": [{"ref": {"id": "refs/heads/main"}}]}""",
            "X-Hub-Signature",
            "sha256=",
            "X-Event-Key",
            "repo:refs_changed"),
        new Sender(
            "Azure DevOps",
            """
            {"eventType": "git.push", "resource": {
               "refUpdates": [{"name": "refs/heads/main"}],
               "repository": {"defaultBranch": "refs/heads/main", "remoteUrl": "URL"}}}""",
            List.of("X-Vss-Activityid", "1", "Authorization", "Basic " + basic)));
  }

  private static Sender signed(
      String name, String payload, String header, String prefix, String event, String value)
      throws Exception {
    Sender plain = new Sender(name, payload, List.of());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] digest = mac.doFinal(plain.body().getBytes(StandardCharsets.UTF_8));
    return new Sender(
        name, payload, List.of(event, value, header, prefix + HexFormat.of().formatHex(digest)));
  }

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }

  @BeforeEach
  void deploy() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    git = new GitHttpServer(scene.origin.git().getRepository(), null);
    secret(SECRET);
    scene.believing(Duration.ofHours(1));
    scene.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          project: default
          source: {repoURL: '%s', path: app, targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
          syncPolicy: {automated: {}}
        """
            .formatted(git.url()));
    scene.start();
    scene.await("shop", "Synced", "Healthy");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/webhook", scene.controller().webhook());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    git.close();
    http.close();
  }

  private void secret(String value) {
    scene.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: argocd-secret, namespace: argocd}
        stringData:
          webhook.github.secret: %1$s
          webhook.gogs.secret: %1$s
          webhook.gitlab.secret: %1$s
          webhook.bitbucketserver.secret: %1$s
          webhook.bitbucket.uuid: '%2$s'
          webhook.azuredevops.username: hook
          webhook.azuredevops.password: %1$s
        """
            .formatted(value, UUID));
  }

  private int post(Sender sender) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/api/webhook");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .headers(sender.headers().toArray(String[]::new))
            .POST(HttpRequest.BodyPublishers.ofString(sender.body()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @ParameterizedTest
  @MethodSource("senders")
  void aPushIsDeployedAsSoonAsItsWebhookComes(Sender sender) throws Exception {
    String commit = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "2")));

    assertThat(post(sender)).isEqualTo(200);

    scene.await("shop", app -> app.status().sync().revision().equals(commit));
    scene.eventually(
        () -> assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("2"));
    scene.eventually(
        () ->
            assertThat(scene.get("shop").object().annotations())
                .doesNotContainKey("argocd.argoproj.io/refresh"));
  }

  @Test
  void aChangedSecretIsUsedAtOnceAndAStrangerIsRefused() throws Exception {
    Sender github = senders().findFirst().orElseThrow();
    secret("other");
    scene.eventually(() -> assertThat(post(github)).isEqualTo(400));
    assertThat(post(new Sender("none", "{}", List.of("X-Other", "1")))).isEqualTo(400);

    secret(SECRET);
    scene.eventually(() -> assertThat(post(github)).isEqualTo(200));
  }

  @Test
  void theLimitOfPayloadsIsThatOfTheConfigMap() throws Exception {
    Sender gitlab =
        senders().filter(each -> each.name().equals("GitLab")).findFirst().orElseThrow();
    Sender large = new Sender("large", gitlab.payload() + " ".repeat(2 << 20), gitlab.headers());
    assertThat(post(large)).isEqualTo(200);

    scene.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: argocd-cm, namespace: argocd}
        data: {webhook.maxPayloadSizeMB: "1"}
        """);

    scene.eventually(() -> assertThat(post(large)).isEqualTo(400));
  }
}
