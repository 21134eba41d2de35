package io.tocsin.services.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Validated;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.services.testing.AnyVendor;
import io.tocsin.services.testing.NatsPeer;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.Yaml;
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
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("argocd", "argocd", "pa55-w0rd");
    mail.start();
    try (AnyVendor vendor = AnyVendor.start();
        NatsPeer nats = NatsPeer.start("")) {
      Example example =
          Example.of(page, vendor)
              .with("nats://nats.example.com:4222", nats.url())
              .with("smtp.example.com\nport: 587", "127.0.0.1\nport: " + mail.getSmtp().getPort());

      assertThat(send(page, example)).isEqualTo(new Outcome.Delivered());
    } finally {
      mail.stop();
    }
  }

  private static Outcome send(Page page, Example example) {
    ServiceType type = ServiceTypes.find(page.name()).orElseThrow();
    Validated<NotificationService> service = example.read();
    assertThat(service.errors()).isEmpty();
    assertThat(service.warnings()).isEmpty();
    assertThat(page.serviceKey()).isEqualTo(type.configurationKey(example.name()));
    Map<String, Object> definition =
        Yaml.map(String.valueOf(page.configuration().get("template.app-deployed")));
    NotificationTemplate template =
        NotificationTemplate.compile("template.app-deployed", definition, Sending.engine());
    assertThat(template.warnings()).isEmpty();
    return example.send(NotificationTemplate.render(List.of(template), Sending.VARIABLES, type));
  }

  static Stream<Page> pages() {
    return Page.all();
  }
}
