package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandsTest {
  @ParameterizedTest
  @MethodSource("all")
  void aCommandThatIsBuiltAloneHasTheSameHelpAsAmongAllOthers(List<String> path) {
    CommandLine alone = Main.commandLine(path.toArray(String[]::new));
    assertThat(at(alone, path).getUsageMessage(Ansi.OFF))
        .isEqualTo(at(Main.commandLine(), path).getUsageMessage(Ansi.OFF));
  }

  @Test
  void onlyTheCalledChildIsBuilt() {
    CommandLine line = Main.commandLine("template", "notify", "app-sync-change", "app.yaml");
    assertThat(line.getSubcommands()).containsOnlyKeys("template");
    assertThat(line.getSubcommands().get("template").getSubcommands()).containsOnlyKeys("notify");
  }

  @Test
  void aMisspeltChildIsCorrected() {
    assertThat(Run.of("template", "notfy").err()).contains("notify");
  }

  static List<List<String>> all() {
    List<List<String>> paths = new ArrayList<>();
    collect(Main.commandLine(), List.of(), paths);
    return paths;
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> paths) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              List<String> child = new ArrayList<>(path);
              child.add(name);
              paths.add(child);
              collect(command, child, paths);
            });
  }

  private static CommandLine at(CommandLine line, List<String> path) {
    CommandLine found = line;
    for (String name : path) {
      found = found.getSubcommands().get(name);
    }
    return found;
  }
}
