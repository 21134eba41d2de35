package io.tocsin.services.gcppubsub;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PubSubServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @TempDir private Path folder;

  @Test
  void publishesWithATokenFromTheMetadataServer() {
    peer.answersJson("{\"access_token\":\"ya29.t\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")
        .answersJson("{\"messageIds\":[\"1\"]}");
    HttpClients proxied = HttpClients.create(Map.of("HTTP_PROXY", "http://" + peer.authority()));
    GoogleTokens tokens =
        new MetadataServer(
            "metadata.google.internal",
            Sending.context().withHttp(proxied).exchange("gcppubsub", TransportOptions.DEFAULT),
            Sending.CLOCK);
    NotificationService pubsub =
        new PubSubService(
            peer.root(),
            "my-project",
            "my-topic",
            tokens,
            Sending.context().exchange("gcppubsub", TransportOptions.DEFAULT));

    assertThat(
            send(
                pubsub,
                render("message: ready\ngcppubsub: {attributes: {app: '{{.app.metadata.name}}'}}"),
                "gcppubsub"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            GET http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token HTTP/1.1
            Metadata-Flavor: Google

            """);
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v1/projects/my-project/topics/my-topic:publish HTTP/1.1
            Content-Type: application/json
            Authorization: Bearer ya29.t

            {"messages":[{"data":"cmVhZHk=","attributes":{"app":"guestbook"}}]}\
            """);
  }

  @Test
  void signsATokenWithTheAccountsKey() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("key.json"),
            Json.write(
                Json.fields(
                    "type", "service_account",
                    "private_key_id", "k1",
                    "private_key", TestKeys.pem(),
                    "client_email", "me@my-project.iam.gserviceaccount.com")));

    String token = new ServiceAccount(file, Sending.CLOCK).get().orElseThrow();

    assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8))
        .isEqualTo(
            "{\"iss\":\"me@my-project.iam.gserviceaccount.com\","
                + "\"sub\":\"me@my-project.iam.gserviceaccount.com\","
                + "\"aud\":\"https://pubsub.googleapis.com/\",\"iat\":1767323045,\"exp\":1767326645}");
  }

  @Test
  void speaksToTheEmulatorWithoutAToken() {
    peer.answersJson("{\"messageIds\":[\"1\"]}").answers(404, "{\"error\":{\"code\":404}}");
    NotificationService pubsub =
        service(
            "gcppubsub",
            "gcppubsub",
            "{project: p, topic: t}",
            c -> c.withEnvironment(Map.of("PUBSUB_EMULATOR_HOST", peer.authority())));

    assertThat(send(pubsub, message("x"), "gcppubsub:other")).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .startsWith("POST /v1/projects/p/topics/other:publish ")
        .doesNotContain("Authorization");
    assertThat(send(pubsub, message("x"), "gcppubsub")).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void namesAKeyFileThatIsNotThere() {
    NotificationService pubsub =
        service("gcppubsub", "gcppubsub", "{project: p, topic: t, keyFile: /no/such/file}");

    assertThat(send(pubsub, message("x"), "gcppubsub"))
        .isEqualTo(new Outcome.Rejected("the key file /no/such/file cannot be read"));
  }
}
