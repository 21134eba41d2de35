package io.tocsin.bench.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.bench.load.report.Series.Point;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void aPlotIsWellFormedWhateverItsNames() throws Exception {
    Plot plot =
        new Plot(
            "a < b & \"c\"",
            "<seconds>",
            "MiB",
            List.of(
                new Series("<one>", List.of(new Point(0, 1), new Point(3, 7))),
                new Series("empty", List.of())));
    Document svg = parse(plot.svg());
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<one>");
  }

  @Test
  void aLongSeriesKeepsItsEnds() {
    List<Point> points = IntStream.range(0, 10_001).mapToObj(i -> new Point(i, i)).toList();
    List<Point> drawn = new Series("long", points).points();
    assertThat(drawn).hasSizeLessThan(500).startsWith(new Point(0, 0));
    assertThat(drawn.getLast()).isEqualTo(new Point(10_000, 10_000));
  }

  @Test
  void axesEndAtRoundNumbers() {
    assertThat(Ticks.end(7, 4)).isEqualTo(8);
    assertThat(Ticks.end(262, 4)).isEqualTo(400);
    assertThat(Ticks.end(100, 4)).isEqualTo(100);
    assertThat(Ticks.end(0, 4)).isEqualTo(4);
  }

  @Test
  void textIsEscaped() {
    assertThat(Html.table(List.of("a&b"), List.of(List.of("<i>"))))
        .contains("a&amp;b", "&lt;i&gt;")
        .doesNotContain("<i>");
  }
}
