package io.tocsin.services.registry;

import static io.tocsin.services.testing.Sending.VARIABLES;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.services.Notification;
import io.tocsin.services.testing.Sending;
import io.tocsin.services.testing.Yaml;
import io.tocsin.templates.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NotificationTemplateTest {
  @Test
  void aLaterTemplateOverwritesTheMessageUnlessItHasNone() {
    assertThat(render("message: a", "message: b").message()).isEqualTo("b");
    assertThat(render("message: a", "dingtalk: {title: t}").message()).isEqualTo("a");
  }

  @Test
  void aLaterWebhookReplacesTheOneOfItsNameWhole() {
    Notification merged =
        render(
            "webhook: {a: {method: PUT, body: x, path: /p}, b: {body: y}}",
            "webhook: {a: {body: z}}");

    assertThat(merged.fields())
        .isEqualTo(
            Map.of(
                "webhook",
                Map.of(
                    "a", Map.of("method", "", "path", "", "body", "z"),
                    "b", Map.of("method", "", "path", "", "body", "y"))));
  }

  @Test
  void errorsNameTemplateAndField() {
    assertThatThrownBy(() -> template("webhook: {dingtalk: {body: '{{.app'}}"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.app-deployed, webhook.dingtalk.body:");
    assertThatThrownBy(() -> template("webhook: {dingtalk: {body: [1]}}"))
        .hasMessage("template.app-deployed, webhook.dingtalk.body: must be a text");
    assertThatThrownBy(() -> render("message: '{{.app.metadata.name.first}}'"))
        .hasMessageContaining("template.app-deployed, message:");
  }

  @Test
  void warnsOfUnknownKeys() {
    assertThat(template("mesage: x\nwebhook: {d: {bdoy: x}}").warnings())
        .containsExactly(
            "template.app-deployed: unknown key mesage; did you mean message?",
            "template.app-deployed, webhook.d: unknown key bdoy; did you mean body?");
  }

  @Test
  void warnsOfABodyThatIsNotSent() {
    assertThat(template("webhook: {a: {body: x}, b: {method: POST, body: x}}").warnings())
        .containsExactly(
            "template.app-deployed, webhook.a.body: is not sent with GET; say method: POST");
  }

  @Test
  void takesTheEngineThatTheTemplateNames() {
    NotificationTemplate shouting =
        NotificationTemplate.compile(
            "template.x",
            Yaml.map("engine: loud\nmessage: hello"),
            name ->
                name.equals("loud")
                    ? Optional.of((_, text) -> _ -> text.toUpperCase(java.util.Locale.ROOT))
                    : Optional.of(Sending.engine()));

    assertThat(NotificationTemplate.render(List.of(shouting), VARIABLES).message())
        .isEqualTo("HELLO");
    assertThatThrownBy(
            () ->
                NotificationTemplate.compile(
                    "template.x", Map.of("engine", "none"), _ -> Optional.empty()))
        .hasMessage("template.x, engine: there is no engine none");
  }

  @Test
  void rendersForOneTypeOnlyWhatThatTypeReads() {
    NotificationTemplate both =
        template("message: m\nwebhook: {a: {body: '{{.app.metadata.name.first}}'}}");

    assertThat(
            NotificationTemplate.render(
                List.of(both), VARIABLES, ServiceTypes.find("dingtalk").orElseThrow()))
        .isEqualTo(new Notification("m", Map.of()));
  }
}
