package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WatchedResourceTest {
  @Test
  void allFieldsAreRead() {
    String text =
        """
        group: cert-manager.io
        version: v1
        kind: Certificate
        namespaces: [shop, team-*]
        selector: tier in (front, back)
        variable: cert
        annotationPrefix: alerts.example.com
        defaultTriggers: [on-expiry]
        """;

    assertThat(WatchedResourceReader.read("certificate", text))
        .isEqualTo(
            new WatchedResource(
                "certificate",
                "cert-manager.io",
                "v1",
                "Certificate",
                List.of("shop", "team-*"),
                "tier in (front, back)",
                "cert",
                "alerts.example.com",
                List.of("on-expiry")));
  }

  @Test
  void aKindOfTheCoreGroupNeedsNothingElse() {
    WatchedResource node = WatchedResourceReader.read("node", "kind: Node");

    assertThat(node.group()).isEmpty();
    assertThat(node.version()).isEmpty();
    assertThat(node.namespaces()).isEmpty();
    assertThat(node.variable()).isEmpty();
    assertThat(node.annotationPrefix()).isEqualTo("notifications.argoproj.io");
  }

  @Test
  void thePluralStandsForTheKind() {
    assertThat(WatchedResourceReader.read("x", "{group: argoproj.io, resource: workflows}").title())
        .isEqualTo("workflows.argoproj.io");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group: batch | must have a kind, such as Job, or a resource, such as jobs",
        "{kind: Job, resource: jobs} | has both a kind and a resource; one of them is enough",
        "{kind: Job, selctor: a} | has an unknown field selctor; did you mean selector?",
        "{kind: Job, group: batch/v1} | has a wrong group: 'batch/v1' is not an API group such as batch",
        "{kind: Job, version: '1'} | has a wrong version: '1' is not a version such as v1 or v1beta1",
        "{kind: Job, variable: app} | has a wrong variable: app means something else already",
        "{kind: Job, variable: my-job} | has a wrong variable: 'my-job' is not a name such as job",
        "{kind: Job, namespaces: {a: b}} | has a wrong namespaces: it must be a list of strings, but is a mapping"
      })
  void whatIsWrongIsNamed(String text, String sentence) {
    assertThatThrownBy(() -> WatchedResourceReader.read("job", text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  @Test
  void aSelectorThatIsNoneIsNamedWithItsText() {
    assertThatThrownBy(() -> WatchedResourceReader.read("job", "{kind: Job, selector: 'a in b'}"))
        .hasMessageStartingWith("has a selector that does not parse, 'a in b': ");
  }
}
