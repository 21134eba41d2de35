package io.tocsin.notifier.translate.kubenotifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.GoTemplates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTest {
  private static final Map<String, Object> VARIABLES =
      Subject.of("{metadata: {name: a \"b\" \\ c, labels: {x: '1', y: '2'}}, spec: {replicas: 3}}");

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("plain \"text\" }}", "plain \"text\" }}"),
        arguments("{{.spec.replicas}} run", "3 run"),
        arguments(
            "{{with .metadata}}{{.name}} has {{$.spec.replicas}}{{end}}", "a \"b\" \\ c has 3"),
        arguments("{{range $k, $v := .metadata.labels}}{{$k}}={{$v}};{{end}}", "x=1;y=2;"),
        arguments("{{$n := .metadata.name}}{{/* a comment */}}<{{$n | upper}}>", "<A \"B\" \\ C>"),
        arguments("{{printf \"$ {{ %v\" .spec.replicas}}", "$ {{ 3"),
        arguments("a\n {{- .spec.replicas -}} \nb\n", "a3b\n"),
        arguments("{{if eq .metadata.name `$`}}yes{{else if $}}\"no\"\t{{end}}", "\"no\"\t"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextSaysTheSameAsATemplateAndAsJson(String written, String said) {
    Message message = new Message(written);

    assertThat(rendered(message.template())).isEqualTo(said);
    assertThat(text(message)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#chat", "say \"hi\"", "{{.obj}}"})
  void aChannelIsNoTemplate(String channel) {
    String body = rendered(new Message("{{.spec}}").hook(channel, Level.CRITICAL));

    assertThat(Yaml.mapping(body)).containsEntry("channel", channel);
  }

  private static Object text(Message message) {
    Map<String, Object> body = Yaml.mapping(rendered(message.hook("", Level.INFO)));
    assertThat(body).containsOnlyKeys("attachments");
    Map<?, ?> attachment = (Map<?, ?>) ((List<?>) body.get("attachments")).getFirst();
    assertThat(attachment.get("color")).isEqualTo("good");
    return attachment.get("text").toString().replace("&lt;", "<").replace("&gt;", ">");
  }

  private static String rendered(String template) {
    return GoTemplates.withSprig().compile("text", template).render(VARIABLES);
  }
}
