package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantsTest extends FailureTest {
  private static final String ADDRESS = "127.0.0.2";
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private ControlPlane one;
  private ControlPlane two;

  @BeforeEach
  void createTenants() {
    one = plane.other("one-" + suffix);
    two = plane.other("two-" + suffix);
    plane.configMap(Settings.with(receiver.url(), Map.of()));
  }

  @Test
  void aTenantsWebhookReachesNeitherMetadataNorTheApiServerNorThisMachine() {
    Map<String, String> targets =
        Map.of(
            "metadata",
            "http://169.254.169.254/latest/meta-data/",
            "server",
            api().uri().toString(),
            "loopback",
            receiver.url(),
            "localhost",
            "http://localhost:" + receiver.port());
    Map<String, String> keys = new HashMap<>();
    targets.forEach(
        (name, url) -> {
          keys.put("service.webhook." + name, "url: " + url);
          keys.put("template." + name, Settings.message(name, "x"));
          keys.put(
              "trigger.on-" + name,
              "- {when: app.status.sync.revision != nil, send: [%s]}".formatted(name));
        });
    one.configMap(keys);
    Map<String, String> subscriptions = new HashMap<>();
    targets.forEach(
        (name, url) ->
            subscriptions.put(
                "notifications.argoproj.io/subscribe.on-%s.%s".formatted(name, name), ""));
    one.application("a", "1", subscriptions);
    Controller controller = tenants();

    for (String address : List.of("169.254.169.254", "127.0.0.1", "localhost")) {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(one.events("a"))
                      .as(controller.log())
                      .anyMatch(event -> event.contains(address)));
    }
    await().atMost(LIMIT).until(() -> one.events("a").size() == targets.size());
    assertThat(receiver.messages()).isEmpty();
    Report.say("a tenant's forbidden addresses", "%s".formatted(one.events("a")));
  }

  @Test
  void aTenantsConfigurationReachesNoOtherTenantsApplicationsAndSecrets() {
    try (Receiver allowed = new Receiver(ADDRESS, 0)) {
      one.configMap(ofTenant(allowed, "one", "$token"));
      one.secret(Map.of("token", "secret-of-one", "only-one", "secret-of-one"));
      two.configMap(ofTenant(allowed, "two", "$token"));
      two.secret(Map.of("token", "secret-of-two"));
      Controller controller = tenants("--self-service-allowed-networks", ADDRESS);
      one.application("a", "1", Map.of());
      two.application("b", "1", Map.of());
      one.awaitTold("a", 1);
      two.awaitTold("b", 1);

      assertThat(allowed.at("/one/secret-of-one")).hasSize(1);
      assertThat(allowed.at("/two/secret-of-two")).hasSize(1);
      assertThat(allowed.messages()).hasSize(2);
      assertThat(allowed.counts())
          .isEqualTo(Map.of("a of one <no value>", 1L, "b of two <no value>", 1L));
      assertThat(controller.log()).doesNotContain("secret-of-");
    }
  }

  @Test
  void aTenantHasNoUseOfASecretOfAnother() {
    try (Receiver allowed = new Receiver(ADDRESS, 0)) {
      one.secret(Map.of("only-one", "secret-of-one"));
      one.configMap(ofTenant(allowed, "one", "$only-one"));
      two.configMap(ofTenant(allowed, "two", "$only-one"));
      tenants("--self-service-allowed-networks", ADDRESS);
      two.application("b", "1", Map.of());
      one.application("a", "1", Map.of());
      one.awaitTold("a", 1);

      await().atMost(LIMIT).until(() -> !two.events("argocd-notifications-cm").isEmpty());
      assertThat(allowed.counts()).isEqualTo(Map.of("a of one <no value>", 1L));
    }
  }

  private Controller tenants(String... further) {
    String[] options = new String[further.length + 3];
    options[0] = "--self-service-notification-enabled";
    options[1] = "--application-namespaces";
    options[2] = "one-*,two-" + suffix;
    System.arraycopy(further, 0, options, 3, further.length);
    return controller(options);
  }

  private static Map<String, String> ofTenant(Receiver to, String tenant, String secret) {
    return Settings.with(
        "%s/%s/%s".formatted(to.url(), tenant, secret),
        Map.of(
            "template.t",
            Settings.message("hook", "{{.app.metadata.name}} of " + tenant + " {{.secrets}}"),
            "subscriptions",
            "- {recipients: [hook], triggers: [on-revision]}"));
  }
}
