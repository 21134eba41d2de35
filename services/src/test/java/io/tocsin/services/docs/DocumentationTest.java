package io.tocsin.services.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Validated;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.services.testing.AnyVendor;
import io.tocsin.services.testing.NatsPeer;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.TestKeys;
import io.tocsin.services.testing.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation's examples are read, rendered and sent. */
final class DocumentationTest {
  @Test
  void eachTypeHasAPage() {
    assertThat(Page.all().map(Page::name))
        .containsExactlyInAnyOrderElementsOf(ServiceTypes.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExampleIsSent(Page page) {
    try (AnyVendor vendor = AnyVendor.start();
        NatsPeer nats = NatsPeer.start("")) {
      GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.setUser("argocd", "argocd", "pa55-w0rd");
      mail.start();
      String yaml =
          page.service()
              .replaceAll("https?://(?!argocd\\.)[\\w.-]+", vendor.root())
              .replaceAll("(?<=\\[)alertmanager\\.example\\.com:9093", vendor.authority())
              .replace("nats://nats.example.com:4222", nats.url())
              .replace(
                  "smtp.example.com\nport: 587", "127.0.0.1\nport: " + mail.getSmtp().getPort())
              .replaceAll("(?s)privateKey: .*", "privateKey: |\n" + TestKeys.pem().indent(2));

      Outcome outcome = send(page, yaml, vendor);

      mail.stop();
      assertThat(outcome).isEqualTo(new Outcome.Delivered());
    }
  }

  private static Outcome send(Page page, String yaml, AnyVendor vendor) {
    String[] subscription = page.subscription().getKey().split("\\.");
    String name = subscription[subscription.length - 1];
    Map<String, Object> options = yaml.isBlank() ? Map.of() : Yaml.map(yaml);
    ServiceType type = ServiceTypes.find(page.name()).orElseThrow();
    ServiceContext context =
        Sending.context()
            .withConsole(_ -> {})
            .withEnvironment(Map.of("PUBSUB_EMULATOR_HOST", vendor.authority()));
    Validated<NotificationService> service = type.create(name, options, context);
    assertThat(service.errors()).isEmpty();
    assertThat(service.warnings()).isEmpty();
    assertThat(page.serviceKey()).isEqualTo(type.configurationKey(name));
    String recipient = String.valueOf(page.subscription().getValue());
    return service.value().orElseThrow().send(render(page, type), new Destination(name, recipient));
  }

  private static Notification render(Page page, ServiceType type) {
    Map<String, Object> definition =
        Yaml.map(String.valueOf(page.configuration().get("template.app-deployed")));
    NotificationTemplate template =
        NotificationTemplate.compile("template.app-deployed", definition, Sending.engine());
    assertThat(template.warnings()).isEmpty();
    Map<String, Object> variables = new HashMap<>(Sending.VARIABLES);
    variables.put("serviceType", type.name());
    return NotificationTemplate.render(List.of(template), variables, type);
  }

  static Stream<Page> pages() {
    return Page.all();
  }
}
