package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.Note;
import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TranslationTextTest {
  @Test
  void manifestsFollowTheNotes() {
    Translation translation =
        new Translation(
            Map.of("trigger.failed", "- when: 'true'\n  send: [failed]\n", "context", "a: b"),
            Map.of(
                "hook", new SecretValue.Key("shop", "chat", "url"),
                "password", new SecretValue.Text("say \"please\"")),
            List.of(
                new Note(true, "spec.rules", "holds\nnothing"),
                new Note(false, "", "a remark on the whole")));

    assertThat(TranslationText.of(translation, "argocd"))
        .isEqualTo(
            """
            # error: spec.rules: holds nothing
            # note: a remark on the whole
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-notifications-cm
              namespace: argocd
            data:
              context: |-
                a: b
              trigger.failed: |
                - when: 'true'
                  send: [failed]
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: argocd-notifications-secret
              namespace: argocd
            stringData:
              # copy the key url of the Secret shop/chat
              hook: ""
              password: "say \\"please\\""
            """);
  }

  @Test
  void thereIsNoSecretWithoutKeys() {
    Translation nothing = new Translation(Map.of(), Map.of(), List.of());

    assertThat(TranslationText.of(nothing, ""))
        .isEqualTo(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-notifications-cm
            data: {}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "one line",
        "a line\n",
        "two\n\n  lines\n\n",
        "  indented\nless\n",
        "\nafter a blank line\n",
        "\n\n",
        "a tab\there \n",
        "# no comment: {{.obj}}\n",
        "a bell \u0007\n",
        "\r\n",
        "a\r\nb",
        "a\u0085b \uFEFF",
        "通知 🚀\n"
      })
  void everyTextIsReadBackAsItIs(String value) {
    Translation translation =
        new Translation(
            Map.of("template.x", value), Map.of("1", new SecretValue.Text(value)), List.of());

    List<Object> manifests = Yaml.documents(TranslationText.of(translation, "1"));

    assertThat(manifests)
        .satisfiesExactly(
            configMap ->
                assertThat(configMap)
                    .hasFieldOrPropertyWithValue("data", Map.of("template.x", value)),
            secret ->
                assertThat(secret).hasFieldOrPropertyWithValue("stringData", Map.of("1", value)));
  }
}
