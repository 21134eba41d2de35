package io.tocsin.notifier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.sample.Sample;
import io.tocsin.services.Notification;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire of each message of the catalog, for each service. */
class SentCatalogTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What a value leaves that is not there: its name, an empty line, a label. */
  private static final Pattern HOLES =
      Pattern.compile("(?m)<no value>|<nil>|%!|\n\n\n|[:：](\\*\\*)? *$");

  private static final Pattern TAGS = Pattern.compile("<b>|</script>");
  private static final String CONTEXT = "argocdUrl: https://argocd.example.com/";
  private static final Wire WIRE = new Wire();
  private static final Map<Language, Configuration> WITH_LINKS = configurations(CONTEXT);
  private static final Map<Language, Configuration> WITHOUT_LINKS =
      Map.of(Language.EN, configurations("{}").get(Language.EN));

  @AfterAll
  static void close() {
    WIRE.close();
  }

  @ParameterizedTest
  @EnumSource
  void saysNothingOfWhatIsNotThere(Happened happened) {
    forAll(happened, Happened::bare, WITHOUT_LINKS, SentCatalogTest::assertWhole);
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatAnApplicationHoldsIsMarkup(Happened happened) {
    forAll(
        happened,
        Happened::awkward,
        WITH_LINKS,
        (type, texts) -> {
          assertWhole(type, texts);
          assertNoMarkup(type, texts);
          assertThat(String.join("\n", texts)).as(type).contains("guestbook");
        });
  }

  @Test
  void eachSourceIsNamedWithItsRevision() {
    Sample sample = Happened.DEPLOYED.severalSources();

    assertThat(bodies("dingtalk", "app-deployed", sample, WITH_LINKS.get(Language.ZH)))
        .singleElement()
        .extracting(body -> Yaml.asMapping(Yaml.mapping(body).get("markdown")).get("text"))
        .isEqualTo(
            """
            ### 应用 guestbook 已部署，运行正常
            - **代码仓库**: https://charts.example.com
            - **代码仓库**: https://github.com/example/values.git
            - **版本**: 1.4.2
            - **版本**: 53e28ff20cc530b9ada2173fbbd64d48338583ba
            - **完成时间**: 2026-03-02T09:00:12Z
            - **OrphanedResourceWarning**: Application has 1 orphaned resources

            [在 Argo CD 中查看](https://argocd.example.com/applications/argocd/guestbook?operation=true)""");
  }

  @Test
  void slackGetsAnAttachment() {
    Sample sample = Happened.FAILED.singleSource();
    Map<String, Object> body =
        Yaml.mapping(
            bodies("slack", "app-sync-failed", sample, WITH_LINKS.get(Language.EN)).getFirst());

    assertThat(body).containsEntry("text", ":x: Sync of application guestbook failed");
    assertThat(Yaml.write(body.get("attachments")))
        .isEqualTo(
            """
            - color: "#e96d76"
              fallback: Sync of application guestbook failed
              fields:
              - short: false
                title: Error
                value: one or more objects failed to apply
              - short: false
                title: Repository
                value: https://github.com/example/guestbook.git
              - short: false
                title: Revision
                value: 53e28ff20cc530b9ada2173fbbd64d48338583ba
              - short: true
                title: Started by
                value: jo
              - short: true
                title: Finished at
                value: 2026-03-02T09:00:12Z
              - short: false
                title: OrphanedResourceWarning
                value: Application has 1 orphaned resources
              title: guestbook
              title_link: https://argocd.example.com/applications/argocd/guestbook?operation=true
            """);
  }

  private static void forAll(
      Happened happened,
      UnaryOperator<Sample> change,
      Map<Language, Configuration> configurations,
      Check check) {
    for (Configuration configuration : configurations.values()) {
      for (Sample sample : List.of(happened.singleSource(), happened.severalSources())) {
        String template =
            configuration
                .triggers()
                .get(happened.trigger())
                .conditions()
                .getFirst()
                .send()
                .getFirst();
        for (String type : WIRE.types()) {
          List<String> bodies = bodies(type, template, change.apply(sample), configuration);
          assertThat(bodies).as(type).isNotEmpty();
          bodies.forEach(body -> check.check(type, texts(type, body)));
        }
      }
    }
  }

  /** Checks the texts that a body holds. */
  private interface Check {
    void check(String type, List<String> texts);
  }

  private static void assertWhole(String type, List<String> texts) {
    assertThat(texts).as(type).isNotEmpty().noneMatch(HOLES.asPredicate().or(String::isBlank));
  }

  private static void assertNoMarkup(String type, List<String> texts) {
    switch (type) {
      case "slack", "googlechat", "dingtalk", "wecom" ->
          assertThat(texts).as(type).noneMatch(TAGS.asPredicate());
      case "email" ->
          assertThat(texts.getLast())
              .contains("<table>")
              .doesNotContain("<b>line")
              .doesNotContain("</script>");
      default -> {
        // plain texts, or Markdown that knows no such tags
      }
    }
    if (type.equals("dingtalk") || type.equals("wecom")) {
      assertThat(texts).allMatch(text -> text.lines().noneMatch(line -> line.startsWith("\t")));
    }
  }

  private static List<String> bodies(
      String type, String template, Sample sample, Configuration configuration) {
    Notification notification =
        NotificationTemplate.render(
            List.of(configuration.templates().get(template)),
            sample.variables(configuration, WIRE.destination(type)),
            ServiceTypes.find(type).orElseThrow());
    return WIRE.bodies(type, notification);
  }

  private static List<String> texts(String type, String body) {
    if (type.equals("email")) {
      return parts(body);
    }
    if (type.equals("pushover")) {
      return List.of(URLDecoder.decode(body, StandardCharsets.UTF_8));
    }
    List<String> texts = new ArrayList<>();
    collect(JSON.readValue(body, Object.class), texts);
    return texts;
  }

  private static void collect(Object value, List<String> texts) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(item -> collect(item, texts));
      case List<?> list -> list.forEach(item -> collect(item, texts));
      case String text -> texts.add(text);
      case null, default -> {
        // says nothing
      }
    }
  }

  private static List<String> parts(String mail) {
    try {
      MimeMessage message =
          new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
      List<String> texts = new ArrayList<>(List.of(message.getSubject()));
      Multipart parts = (Multipart) message.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        texts.add(part.getContent().toString());
      }
      return texts;
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<Language, Configuration> configurations(String context) {
    Map<Language, Configuration> configurations = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> data = new HashMap<>(Catalog.in(language).texts());
      data.put("context", context);
      Configuration read = Configurations.of(data);
      assertThat(read.problems()).isEmpty();
      configurations.put(language, read);
    }
    return configurations;
  }
}
