package io.tocsin.notifier.lint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  @Test
  void aPositionInABlockInsideABlockIsThatOfTheFile() {
    Document file =
        read(
            """
            # a comment
            data:
              template.x: |
                webhook:
                  dingtalk:
                    body: |

                      {"消息": "😀 HERE"}
            """);

    Document template =
        Document.read(file.find("data.template.x").orElseThrow().text().orElseThrow()).getFirst();
    Passage body = template.find("webhook.dingtalk.body").orElseThrow().text().orElseThrow();

    assertThat(body.position(body.text().indexOf("HERE"))).hasToString("f.yaml:8:21");
    assertThat(template.locate(Place.at("webhook.dingtalk.method")).orElseThrow())
        .hasToString("f.yaml:5:7");
    assertThat(template.locate(new Place("webhook.dingtalk.body", 0)).orElseThrow())
        .hasToString("f.yaml:7:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: plain HERE",
        "a: plain\n   folded\n\n   twice HERE",
        "a: 'single ''quoted'' HERE'",
        "a: 'single\n\n  folded HERE'",
        "a: \"double \\\"quoted\\\" \\u00e9\\x41 \\U0001F600 HERE\"",
        "a: \"double \\\n    continued\n\n   folded \\n HERE\"",
        "a: |\n  literal\n    indented\n\n  HERE",
        "a: |2-\n    deep\n  HERE",
        "a: >-\n  folded\n  lines\n\n    indented more\n    again\n\n  HERE",
        "a: !!str |\n  tagged\n  HERE",
        "a: &anchor \"anchored HERE\"",
        "{\"a\": \"JSON\\n HERE\"}",
        "a: |\r\n  first\r\n  HERE\r\n"
      })
  void aCharacterIsFoundInEachStyleOfScalar(String yaml) {
    Passage text = read(yaml).find("a").orElseThrow().text().orElseThrow();

    Position found = text.position(text.text().indexOf("HERE"));

    assertThat(found).isEqualTo(Passage.ofFile("f.yaml", yaml).position(yaml.indexOf("HERE")));
  }

  @Test
  void keysWithDotsAndKeysInOtherLettersAreFound() {
    Document document = read("a.b:\n  C:\n  - d: 1\n");

    assertThat(document.find("a.b.c[0].d").orElseThrow().position()).hasToString("f.yaml:3:5");
    assertThat(document.find("a.b.c[1].d")).isEmpty();
    assertThat(document.locate(Place.at("a.b.c[1].d")).orElseThrow()).hasToString("f.yaml:2:3");
    assertThat(document.locate(Place.at("x"))).isEmpty();
  }

  @Test
  void emptyDocumentsAreLeftOutAndABrokenOneEndsTheList() {
    assertThat(Document.read(Passage.ofFile("f", "---\n---\na: 1\n---\nb: 2\n---\n- c: [\n")))
        .hasSize(2);
  }

  private static Document read(String yaml) {
    return Document.read(Passage.ofFile("f.yaml", yaml)).getFirst();
  }
}
