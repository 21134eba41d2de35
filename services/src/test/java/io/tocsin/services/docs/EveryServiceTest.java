package io.tocsin.services.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.testing.AnyVendor;
import io.tocsin.services.testing.SelfSigned;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each service, tried on the documentation's examples. */
final class EveryServiceTest {
  private static final Set<String> NO_HTTP = Set.of("console", "email", "nats");
  private static final Duration PATIENCE = Duration.ofMillis(150);
  private static final SelfSigned CERTIFICATE = SelfSigned.create();

  static Stream<Page> pages() {
    return Page.all();
  }

  static Stream<Page> overHttp() {
    return Page.all().filter(page -> !NO_HTTP.contains(page.name()));
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aMessageAloneIsEnough(Page page) {
    try (AnyVendor vendor = AnyVendor.start()) {
      Example example = Example.of(page, vendor);

      assertThat(example.send(alone(page))).isEqualTo(new Outcome.Delivered());
    }
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aWrongTokenMustBeMended(Page page) {
    assertThat(answered(page, new MockResponse().setResponseCode(401)))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aMalformedPayloadMustBeMended(Page page) {
    assertThat(answered(page, new MockResponse().setResponseCode(400).setBody("{\"x\":1}")))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aRateLimitPassesAfterTheTimeAskedFor(Page page) {
    Outcome outcome =
        answered(page, new MockResponse().setResponseCode(429).setHeader("Retry-After", "7"));

    assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
    assertThat(((Outcome.Retryable) outcome).after()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aServersTroubleMayPass(Page page) {
    assertThat(answered(page, new MockResponse().setResponseCode(503)))
        .isInstanceOf(Outcome.Retryable.class);
    assertThat(
            answered(
                page, new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST)))
        .isInstanceOf(Outcome.Retryable.class);
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aServerThatNeverAnswersIsLeft(Page page) {
    MockResponse silence = new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);

    Outcome outcome = answered(page, silence, HttpClients.create(Map.of()).withTimeout(PATIENCE));

    assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
    assertThat(outcome.toString()).contains("did not answer in time");
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void aCertificateThatIsNotTrustedMustBeMended(Page page) {
    if (page.name().equals("gcppubsub")) {
      return;
    }
    try (AnyVendor vendor = AnyVendor.start(CERTIFICATE)) {
      Outcome outcome = Example.of(page, vendor).send(rendered(page));

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.toString()).contains("argocd-tls-certs-cm");
    }
  }

  @ParameterizedTest
  @MethodSource("overHttp")
  void secretsAreSeenNowhere(Page page) {
    List<String> seen = new ArrayList<>();
    try (AnyVendor vendor = AnyVendor.start()) {
      Example example = Example.of(page, vendor).seenBy(seen);
      seen.add(example.send(rendered(page)).toString());
      vendor.answersAll(
          new MockResponse().setResponseCode(403).setBody(String.valueOf(page.secret())));
      seen.add(example.send(rendered(page)).toString());
    }
    for (Object secret : page.secret().values()) {
      String value = String.valueOf(secret).replace("\"", "");
      assertThat(seen).noneMatch(text -> text.contains(value.strip()));
    }
    assertThat(seen).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anUnknownOptionIsAWarning(Page page) {
    try (AnyVendor vendor = AnyVendor.start()) {
      assertThat(Example.of(page, vendor).read(Map.of("colour", "red")).warnings())
          .hasSize(1)
          .allMatch(warning -> warning.startsWith(page.serviceKey() + ": unknown key colour"));
    }
  }

  private static Outcome answered(Page page, MockResponse response) {
    return answered(page, response, HttpClients.create(Map.of()));
  }

  private static Outcome answered(Page page, MockResponse response, HttpClients clients) {
    try (AnyVendor vendor = AnyVendor.start()) {
      vendor.answersAll(response);
      return Example.of(page, vendor).over(clients).send(rendered(page));
    }
  }

  private static Notification rendered(Page page) {
    return render(page, String.valueOf(page.configuration().get("template.app-deployed")));
  }

  private static Notification alone(Page page) {
    return render(page, "message: Application {{.app.metadata.name}} is deployed");
  }

  private static Notification render(Page page, String yaml) {
    NotificationTemplate template =
        NotificationTemplate.compile("template.app-deployed", Yaml.map(yaml), Sending.engine());
    return NotificationTemplate.render(
        List.of(template), Sending.VARIABLES, ServiceTypes.find(page.name()).orElseThrow());
  }
}
