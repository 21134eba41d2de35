package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories over HTTP: who is let in, and what is said to whom. */
class HttpRepositoriesTest {
  private static final String BASIC = "Basic " + encode("ann:s3cret");

  @TempDir Path folder;
  private Origin origin;
  private GitHttpServer server;
  private Bench bench;
  private String commit;

  @BeforeEach
  void aServer() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    commit = origin.commit("first", Map.of("a.yaml", "a: 1"));
    server = new GitHttpServer(origin.git().getRepository(), null);
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
    server.close();
    origin.close();
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String read() {
    RepositoryId id = RepositoryId.of(server.url());
    return bench.repositories.tree(id, bench.repositories.resolve(id, "main")).text("a.yaml");
  }

  @Test
  void anybodyReadsWhatIsOpen() {
    assertThat(read()).isEqualTo("a: 1");
  }

  @Test
  void userAndPassword() {
    server.authorization = BASIC;
    bench.credentials(Map.of("username", "ann", "password", "s3cret"));
    assertThat(read()).isEqualTo("a: 1");
  }

  @Test
  void aBearerToken() {
    server.authorization = "Bearer t0ken";
    bench.credentials(Map.of("bearerToken", "t0ken"));
    assertThat(read()).isEqualTo("a: 1");
  }

  @Test
  void wrongCredentialsAreSaidWithoutThem() {
    server.authorization = BASIC;
    bench.credentials(Map.of("username", "ann", "password", "wr0ng"));
    assertThatThrownBy(this::read)
        .hasMessage(
            "cannot read the branches and tags of %s: the server does not accept the credentials,"
                + " or wants some and there are none",
            server.url());
  }

  @Test
  void aPasswordInTheUrlIsNotShown() {
    server.authorization = BASIC;
    RepositoryId id = RepositoryId.of(server.url().replace("//", "//ann:wr0ng@"));
    assertThatThrownBy(() -> bench.repositories.resolve(id, "main"))
        .hasMessageContaining(server.url())
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void credentialsAreToldToNobodyElse() throws Exception {
    try (GitHttpServer other = new GitHttpServer(origin.git().getRepository(), null)) {
      other.authorization = BASIC;
      server.redirect = "http://127.0.0.1:" + other.port();
      bench.credentials(Map.of("username", "ann", "password", "s3cret"));
      assertThatThrownBy(this::read).hasMessageContaining("does not accept the credentials");
      bench.credentials(Map.of("bearerToken", "t0ken"));
      assertThatThrownBy(this::read).hasMessageContaining("does not accept the credentials");
      assertThat(other.authorizations).isNotEmpty().containsOnly("");
    }
  }

  @Test
  void aGitHubAppsTokenIsFetchedOnce() throws Exception {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          boolean token = exchange.getRequestMethod().equals("POST");
          byte[] answer =
              (token
                      ? "{\"token\":\"gh-token\",\"expires_at\":\"2099-01-01T00:00:00Z\"}"
                      : "{\"id\":77}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(token ? 201 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    api.start();
    try {
      server.authorization = "Basic " + encode("x-access-token:gh-token");
      bench.credentials(
          Map.of(
              "githubAppID",
              "12",
              "githubAppPrivateKey",
              rsaKey(),
              "githubAppEnterpriseBaseUrl",
              "http://localhost:" + api.getAddress().getPort()));
      assertThat(read()).isEqualTo("a: 1");
      bench.repositories.forget(server.url());
      assertThat(read()).isEqualTo("a: 1");
      assertThat(asked)
          .containsExactly(
              "GET /repos/team/app/installation", "POST /app/installations/77/access_tokens");
    } finally {
      api.stop(0);
    }
  }

  private static String rsaKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
        .formatted(Base64.getMimeEncoder().encodeToString(key));
  }

  @Test
  void aServerThatIsNotThereIsAPassingFailure() {
    String url = server.url();
    server.close();
    assertThatThrownBy(() -> bench.repositories.resolve(RepositoryId.of(url), "main"))
        .hasMessage(
            "cannot read the branches and tags of %s: the server cannot be reached".formatted(url))
        .matches(e -> ((RepositoryException) e).isPassing());
  }

  @Test
  void aRepositoryThatIsNotThereIsNone() {
    RepositoryId id = RepositoryId.of(server.url().replace("app.git", "none.git"));
    assertThatThrownBy(() -> bench.repositories.resolve(id, "main"))
        .hasMessage(
            "cannot read the branches and tags of %s: there is no such Git repository, or the"
                + " credentials do not reach it",
            id)
        .matches(e -> !((RepositoryException) e).isPassing());
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Bench hasty =
            new Bench(
                folder,
                settings ->
                    settings.withTimes(
                        Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(5)))) {
      RepositoryId id =
          RepositoryId.of("http://localhost:%d/x.git".formatted(silent.getLocalPort()));
      assertThatThrownBy(() -> hasty.repositories.resolve(id, "main"))
          .hasMessage(
              "cannot read the branches and tags of %s: the server does not answer in time", id);
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    RepositoryId id = RepositoryId.of("http://nowhere.invalid/x.git");
    assertThatThrownBy(() -> bench.repositories.resolve(id, "main"))
        .hasMessageContaining("the host nowhere.invalid is not known");
  }

  @Test
  void aProxyOfTheSecretIsUsed() throws Exception {
    bench.credentials(Map.of("proxy", "http://localhost:" + server.port()));
    RepositoryId id = RepositoryId.of("http://nowhere.invalid/team/app.git");
    assertThat(bench.repositories.resolve(id, "main")).isEqualTo(commit);

    bench.credentials(
        Map.of("proxy", "http://localhost:" + server.port(), "noProxy", "x.example,.invalid"));
    bench.repositories.forget(id.url());
    assertThatThrownBy(() -> bench.repositories.resolve(id, "main"))
        .hasMessageContaining("is not known");
  }
}
