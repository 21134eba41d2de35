package io.tocsin.bench.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApplicationPatternTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private static JsonNode made(String name) throws Exception {
    ApplicationPattern pattern =
        ApplicationPattern.read(Path.of("scenarios/pattern/application.json"));
    return JSON.readTree(pattern.make("here", name, Map.of("group", "1"), Map.of("a/b.c", "")));
  }

  @Test
  void isAsLargeAsAnApplicationIs() throws Exception {
    assertThat(made("app-00017").toString().length()).isBetween(12_500, 14_500);
  }

  @Test
  void bearsItsOwnNameEverywhere() throws Exception {
    JsonNode made = made("app-00017");
    assertThat(made.at("/metadata/name").asString()).isEqualTo("app-00017");
    assertThat(made.at("/metadata/namespace").asString()).isEqualTo("here");
    assertThat(made.at("/metadata/labels/group").asString()).isEqualTo("1");
    assertThat(made.at("/metadata/annotations").has("a/b.c")).isTrue();
    assertThat(made.toString()).doesNotContain("storefront").contains("app-00017-worker");
  }

  @Test
  void hasRevisionsThatNoOtherHas() throws Exception {
    Pattern revision = Pattern.compile("[0-9a-f]{40}");
    var one = revision.matcher(made("one").toString()).results().map(r -> r.group()).toList();
    var two = revision.matcher(made("two").toString()).results().map(r -> r.group()).toList();
    assertThat(one).hasSameSizeAs(two).doesNotContainAnyElementsOf(two);
    assertThat(one.stream().distinct()).hasSizeGreaterThan(10);
  }

  @Test
  void hasNothingToTellYet() throws Exception {
    assertThat(made("one").at("/status/health/status").asString()).isEqualTo("Progressing");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"kind\":\"List\"}");
    assertThatThrownBy(() -> ApplicationPattern.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no Application");
  }
}
