package io.tocsin.notifier.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.preview.Line.Kind;
import io.tocsin.notifier.preview.Span.Look;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          MARKDOWN => a **b** c         => PLAIN BOLD PLAIN
          MARKDOWN => a *b* _c_         => PLAIN ITALIC PLAIN ITALIC
          MARKDOWN => snake_case_name   => PLAIN
          MARKDOWN => 2 * 3 * 4         => PLAIN
          MARKDOWN => [t](https://x.y)! => LINK PLAIN
          MARKDOWN => `**b**`           => CODE
          MRKDWN   => *b* and ~s~       => BOLD PLAIN STRUCK
          MRKDWN   => <https://x.y|t>   => LINK
          MRKDWN   => see https://x.y.  => PLAIN LINK PLAIN
          MRKDWN   => [t](u)            => PLAIN
          PLAIN    => **b** <u|v>       => PLAIN
          """)
  void marksAreReadAsTheChatReadsThem(Markup markup, String text, String looks) {
    assertThat(Line.of(text, markup).getFirst().spans().stream().map(Span::look))
        .containsExactlyElementsOf(Arrays.stream(looks.split(" ")).map(Look::valueOf).toList());
  }

  @Test
  void linesAreReadByTheirBeginning() {
    assertThat(
            Line.of("# h\n> q\n\n- i\n```\n- c\n```\nt", Markup.MARKDOWN).stream().map(Line::kind))
        .containsExactly(Kind.HEADING, Kind.QUOTE, Kind.EMPTY, Kind.ITEM, Kind.CODE, Kind.TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.y, true",
    "mailto:a@b, true",
    "javascript:alert(1), false",
    "' javascript:alert(1)', false",
    "data:text/html, false",
    "/relative, false"
  })
  void onlyTheWebAndMailAreOpened(String address, boolean opens) {
    assertThat(new Span("t", Look.LINK, address).opens()).isEqualTo(opens);
  }
}
