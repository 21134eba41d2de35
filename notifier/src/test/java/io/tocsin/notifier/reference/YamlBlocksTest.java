package io.tocsin.notifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every block of YAML in the documentation is good: configurations pass the lint. */
final class YamlBlocksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```ya?ml\n(.*?)^ *```$");

  /** Of the page on GitHub Apps: a private key is nothing to print. */
  private static final String NO_KEY = "privateKey must be an RSA private key in PEM";

  private static final Pattern KEY =
      Pattern.compile("(service|template|trigger|defaultTriggers|subscriptions|context)[.:].*");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> configurationsPassTheLint() throws IOException {
    List<DynamicTest> tests =
        pages().stream()
            .flatMap(
                page ->
                    blocks(page).stream()
                        .filter(block -> block.contains("kind: ConfigMap"))
                        .map(
                            block ->
                                DynamicTest.dynamicTest(
                                    page.toString(), () -> assertThat(findings(block)).isEmpty())))
            .toList();
    assertThat(tests).hasSizeGreaterThan(30);
    return tests;
  }

  /** What a page shows of a ConfigMap, put together; what it does not show is not missed. */
  @TestFactory
  List<DynamicTest> partsOfConfigurationsPassTheLint() throws IOException {
    List<DynamicTest> tests =
        pages().stream()
            .filter(page -> !parts(page).isEmpty())
            .map(
                page ->
                    DynamicTest.dynamicTest(
                        page.toString(),
                        () ->
                            assertThat(findings(configMap(parts(page))))
                                .filteredOn(finding -> !finding.contains("not defined"))
                                .filteredOn(finding -> !finding.contains("is sent by no trigger"))
                                .isEmpty()))
            .toList();
    assertThat(tests).hasSizeGreaterThan(3);
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyBlockIsYaml() throws IOException {
    return pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.toString(), () -> blocks(page).forEach(Yaml::documents)))
        .toList();
  }

  /** The errors and warnings of `tocsin config lint`. */
  private List<String> findings(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("page.yaml"), yaml);
    Run run = Run.of("config", "lint", file.toString());
    assertThat(run.err()).isEmpty();
    return run.out()
        .lines()
        .filter(line -> line.contains(": error: ") || line.contains(": warning: "))
        .filter(line -> !line.endsWith(NO_KEY))
        .toList();
  }

  private static String configMap(Map<String, Object> data) {
    return Yaml.write(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", "argocd-notifications-cm"),
            "data",
            data));
  }

  private static Map<String, Object> parts(Path page) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (String block : blocks(page)) {
      if (KEY.matcher(block.lines().findFirst().orElse("")).matches()) {
        data.putAll(Yaml.mapping(block));
      }
    }
    return data;
  }

  private static List<String> blocks(Path page) {
    try {
      return BLOCK
          .matcher(Files.readString(page))
          .results()
          .map(block -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      return Stream.of(top, docs, examples)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
