package io.tocsin.services.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.services.testing.Sending;
import io.tocsin.templates.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlEscapingTest {
  private static final Map<String, Object> DATA =
      Map.of(
          "evil", "<script>\"&'",
          "js", "JavaScript:alert(1)",
          "url", "https://argocd.k8s.local/?a=1&b=2",
          "path", "/applications/a b",
          "yes", true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "<p>{{.evil}}</p>¦<p>&lt;script&gt;&#34;&amp;&#39;</p>",
        "<p title=\"{{.evil}}\">¦<p title=\"&lt;script&gt;&#34;&amp;&#39;\">",
        "<a href=\"{{.js}}\">¦<a href=\"#\">",
        "<a href='{{ .url }}'>¦<a href='https://argocd.k8s.local/?a=1&amp;b=2'>",
        "<a href=\"{{.path}}\">¦<a href=\"/applications/a b\">",
        "<a href=\"https://x/?q={{.evil}}\">¦<a href=\"https://x/?q=%3Cscript%3E%22%26%27\">",
        "{{if .yes}}<b>{{.evil | upper}}</b>{{else}}{{.evil}}{{end}}¦<b>&lt;SCRIPT&gt;&#34;&amp;&#39;</b>",
        "{{$x := .evil}}{{with $x}}<i>{{- . -}} </i>{{end}}¦<i>&lt;script&gt;&#34;&amp;&#39;</i>",
        "{{printf \"}}%s\" .evil}}¦}}&lt;script&gt;&#34;&amp;&#39;",
        "a < b {{/* said */}}{{.yes}}¦a < b true",
      })
  void escapesByPlace(String template, String html) {
    String rewritten = HtmlEscaping.rewrite("x", template);

    assertThat(Sending.engine().compile("x", rewritten).render(DATA)).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{- -}}", "{{-}}", "{{", "{{- ", "{{ -}}"})
  void whatIsNoTemplateIsLeftToItsParser(String template) {
    String rewritten = HtmlEscaping.rewrite("x", template);

    assertThatThrownBy(() -> Sending.engine().compile("x", rewritten))
        .isInstanceOf(TemplateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var x = {{.evil}}</script>",
        "<style>{{.evil}}</style>",
        "<a onclick=\"{{.evil}}\">",
        "<a style='{{.evil}}'>",
        "<a href={{.url}}>",
        "<{{.evil}}>",
        "<!-- {{.evil}} -->",
        "{{if .yes}}<a href=\"{{else}}<b>{{end}}",
        "{{template \"x\"}}",
      })
  void refusesWhereNothingIsSafe(String template) {
    assertThatThrownBy(() -> HtmlEscaping.rewrite("template.x, email.body", template))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("template.x, email.body: escape: html ");
  }

  @Test
  void anEmailSaysWhetherItsValuesAreEscaped() {
    String body = "body: '<p>{{.app.metadata.name}}</p>'";

    assertThat(Sending.template("email: {" + body + "}").warnings())
        .containsExactly(
            "template.app-deployed, email.body: is HTML whose values are not escaped; escape: html"
                + " escapes them");
    assertThat(Sending.template("email: {escape: html, " + body + "}").warnings()).isEmpty();
    assertThatThrownBy(() -> Sending.template("email: {escape: yes, " + body + "}"))
        .hasMessage("template.app-deployed, email.escape: must be html");
  }
}
