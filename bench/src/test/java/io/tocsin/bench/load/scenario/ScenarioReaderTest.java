package io.tocsin.bench.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderTest {
  private static final Path KEPT = Path.of("scenarios");

  @TempDir private Path folder;

  private final ScenarioReader reader = new ScenarioReader();

  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void readsEachScenarioThatIsKept(Path file) {
    Scenario scenario = reader.read(file, Overrides.none());
    assertThat(scenario.description()).isNotBlank();
    assertThat(scenario.runs()).isNotEmpty();
    assertThat(scenario.bounds()).isNotEmpty();
  }

  @Test
  void laysEachRunOverWhatTheFileSaysOfAll() {
    Scenario scenario = reader.read(KEPT.resolve("slow-neighbour.yaml"), Overrides.none());
    RunPlan first = scenario.runs().getFirst();
    RunPlan second = scenario.runs().getLast();
    assertThat(first.behaviours()).hasSize(20).noneMatch(ReceiverGroup::hang);
    assertThat(second.behaviours()).hasSize(20).filteredOn(ReceiverGroup::hang).hasSize(1);
    assertThat(second.receiversPerApplication()).isEqualTo(4);
    assertThat(second.flips().perSecond()).isEqualTo(25);
    assertThat(second.flips().parallel()).isEqualTo(32);
  }

  @Test
  void theCommandLineHasTheLastWord() {
    Overrides overrides = new Overrides(List.of(10, 20), Optional.of(Duration.ofSeconds(90)));
    Scenario scenario = reader.read(KEPT.resolve("scale.yaml"), overrides);
    assertThat(scenario.runs()).extracting(RunPlan::applications).containsExactly(10, 20, 20);
    assertThat(scenario.runs()).extracting(RunPlan::idle).containsOnly(Duration.ofSeconds(90));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> read("applications: 10\nreceivers: [{latency: fast}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong.yaml")
        .hasMessageContaining("'fast' is no duration such as 100ms, 2s or 10m");
    assertThatThrownBy(() -> read("applications: 10\nreceivers: [{latenzy: 1s}]"))
        .hasMessageContaining("latenzy");
    assertThatThrownBy(() -> read("applications: 10\nreceiversPerApplication: 2"))
        .hasMessageContaining("receiversPerApplication must be 1 to the 1 receivers, not 2");
  }

  private Scenario read(String text) throws IOException {
    return reader.read(Files.writeString(folder.resolve("wrong.yaml"), text), Overrides.none());
  }
}
