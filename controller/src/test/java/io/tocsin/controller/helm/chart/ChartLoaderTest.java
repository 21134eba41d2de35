package io.tocsin.controller.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.controller.helm.Archives;
import io.tocsin.controller.helm.Charts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartLoaderTest {
  private static final String CHART = "{name: a, version: 1.0.0}";

  @Test
  void whatIsIgnoredIsNoPartOfAChart() {
    FileTree files =
        Charts.files(
            "c/Chart.yaml", CHART,
            "c/.helmignore", "# none\n*.txt\n/only-here\ndocs/\na/b*.md\n\nsecret?.key\n",
            "c/x.txt", "",
            "c/deep/y.txt", "",
            "c/only-here", "",
            "c/deep/only-here", "",
            "c/docs/z", "",
            "c/a/b1.md", "",
            "c/secret1.key", "",
            "c/secret12.key", "",
            "c/templates/.hidden", "",
            "c/templates/t.yaml", "");
    Chart chart = ChartLoader.directory(files, "c");

    assertThat(chart.files())
        .extracting(ChartFile::path)
        .containsExactlyInAnyOrder(".helmignore", "deep/only-here", "secret12.key");
    assertThat(chart.templates()).extracting(ChartFile::path).containsExactly("templates/t.yaml");
  }

  @Test
  void chartsOfTheFirstVersionHaveTheirDependenciesInAFileOfTheirOwn() {
    FileTree files =
        Charts.files(
            "Chart.yaml", CHART,
            "requirements.yaml", "dependencies: [{name: b, version: 1.x, alias: c, tags: [t]}]",
            "charts/b/Chart.yaml", "{name: b, version: 1.1.0}");
    Chart chart = ChartLoader.directory(files, "");

    assertThat(chart.metadata().apiVersion()).isEqualTo("v1");
    assertThat(chart.metadata().dependencies())
        .extracting(ChartDependency::name, ChartDependency::chart)
        .containsExactly(tuple("c", "b"));
    assertThat(chart.missing()).isEmpty();
  }

  @Test
  void chartsWithinChartsAreDirectoriesAndArchives() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("Chart.yaml", bytes(CHART));
    files.put("charts/b/Chart.yaml", bytes("{name: b, version: 1.0.0}"));
    files.put("charts/b/charts/d/Chart.yaml", bytes("{name: d, version: 1.0.0}"));
    files.put("charts/_e/Chart.yaml", bytes("no chart"));
    files.put("charts/README.md", bytes("no chart"));
    files.put("charts/c-1.0.0.tgz", Archives.tgz("c/Chart.yaml", "{name: c, version: 1.0.0}"));
    Chart chart = ChartLoader.directory(FileTree.of(files), "");

    assertThat(chart.charts()).extracting(Chart::name).containsExactly("b", "c");
    assertThat(chart.charts().getFirst().charts()).extracting(Chart::name).containsExactly("d");
  }

  @Test
  void anArchiveIsReadWithLongNames() {
    String path = "templates/" + "long/".repeat(30) + "t.yaml";
    Chart chart = ChartLoader.archive(Archives.tgz("a/Chart.yaml", CHART, "a/" + path, "kind: X"));

    assertThat(chart.templates()).extracting(ChartFile::path).containsExactly(path);
  }

  @Test
  void anArchiveThatLeadsOutOfItselfOrIsTooLargeIsRefused() {
    assertThatThrownBy(() -> ChartLoader.archive(Archives.tgz("a/../../x", "")))
        .hasMessage("the archive has a path that leads out of it: a/../../x");
    assertThatThrownBy(() -> ChartLoader.archive(Archives.tgz("/etc/x", "")))
        .hasMessage("the archive has an absolute path: /etc/x");
    assertThatThrownBy(() -> ChartLoader.archive(Archives.tgz("Chart.yaml", CHART)))
        .hasMessage("the archive has a file outside the chart's directory: Chart.yaml");
    assertThatThrownBy(() -> ChartLoader.archive(Archives.tgz("a/x", "x".repeat(6 << 20))))
        .hasMessage("the archive's file a/x is larger than 5242880 bytes");
    assertThatThrownBy(() -> ChartLoader.archive(bytes("no archive")))
        .hasMessageStartingWith("the archive is no readable .tgz");
    assertThatThrownBy(() -> ChartLoader.archive(Archives.tgz()))
        .hasMessage("the archive has no files");
  }

  @Test
  void aChartThatIsNoneSaysWhy() {
    assertThatThrownBy(() -> directory("Chart.yaml", "{version: 1.0.0}"))
        .hasMessage("Chart.yaml: name is missing");
    assertThatThrownBy(() -> directory("Chart.yaml", "{name: a}"))
        .hasMessage("chart a, Chart.yaml: version is missing");
    assertThatThrownBy(() -> directory("Chart.yaml", "{name: a, version: one}"))
        .hasMessage("chart a, Chart.yaml: version \"one\" is no semantic version");
    assertThatThrownBy(() -> directory("Chart.yaml", "{name: ../a, version: 1.0.0}"))
        .hasMessage("Chart.yaml: name \"../a\" is no name of a file");
    assertThatThrownBy(() -> directory("Chart.yaml", CHART, "values.yaml", "a: {"))
        .hasMessageStartingWith("chart a, values.yaml: line 1");
  }

  @Test
  void aLinkThatLeadsOutOfADirectoryIsPassedOver(@TempDir Path directory) throws IOException {
    Path outside = Files.writeString(directory.resolve("outside"), "secret");
    Path root = Files.createDirectory(directory.resolve("root"));
    Files.writeString(root.resolve("inside"), "");
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("alias"), root.resolve("inside"));
    FileTree tree = new DirectoryTree(root);

    assertThat(tree.files("")).containsExactly("alias", "inside");
    assertThat(tree.read("link")).isEmpty();
    assertThat(tree.read("../outside")).isEmpty();
    assertThat(tree.read("alias")).isPresent();
  }

  private static Chart directory(String... files) {
    return ChartLoader.directory(Charts.files(files), "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
