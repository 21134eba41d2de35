package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories over HTTPS: which certificates are believed. */
class HttpsRepositoriesTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private Origin origin;
  private GitHttpServer server;
  private Bench bench;
  private String certificate;

  @BeforeEach
  void aServer() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    origin.commit("first", Map.of("a.yaml", "a: 1"));
    KeyStore store = selfSigned();
    certificate =
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                new String(
                    Base64.getMimeEncoder().encode(store.getCertificate("git").getEncoded()),
                    StandardCharsets.US_ASCII));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    server = new GitHttpServer(origin.git().getRepository(), tls);
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
    server.close();
    origin.close();
  }

  private KeyStore selfSigned() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "git",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private String read() {
    RepositoryId id = RepositoryId.of(server.url());
    return bench.repositories.tree(id, bench.repositories.resolve(id, "main")).text("a.yaml");
  }

  @Test
  void aCertificateIsBelievedOnceItIsListedForTheHost() {
    assertThatThrownBy(this::read)
        .hasMessageContaining("the server's certificate is not trusted (argocd-tls-certs-cm)");

    bench.trust = new GitTrust("", Map.of("elsewhere", certificate));
    assertThatThrownBy(this::read).hasMessageContaining("is not trusted");

    bench.trust = new GitTrust("", Map.of("localhost", certificate));
    assertThat(read()).isEqualTo("a: 1");
  }

  @Test
  void anInsecureRepositoryIsBelievedAnyway() {
    bench.credentials(Map.of("insecure", "true"));
    assertThat(read()).isEqualTo("a: 1");
  }

  @Test
  void aListedCertificateThatIsNoneIsNamed() {
    bench.trust = new GitTrust("", Map.of("localhost", "-----BEGIN CERTIFICATE-----\nx"));
    assertThatThrownBy(this::read).hasMessageContaining("argocd-tls-certs-cm, localhost");
  }
}
