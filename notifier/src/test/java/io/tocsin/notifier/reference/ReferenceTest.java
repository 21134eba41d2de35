package io.tocsin.notifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.Main;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.triggers.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The reference in the documentation is what the code says. */
final class ReferenceTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void thePageOfOptionsIsCurrent() throws IOException {
    SortedMap<String, CommandSpec> commands = commands();
    StringBuilder text = new StringBuilder("## Options of a cluster\n\n");
    text.append("Of all commands that read one.\n\n");
    text.append(table(OptionText.rows(commands.get("tocsin controller"), OptionText::ofCluster)));
    commands.forEach((name, command) -> text.append(section(name, command)));

    Generated.of("options.md", "options").is(text.toString());
  }

  @Test
  void theVariablesOfOptionsAreCurrent() throws IOException {
    SortedMap<String, SortedMap<String, List<String>>> variables = new TreeMap<>();
    commands()
        .forEach(
            (name, command) ->
                command
                    .options()
                    .forEach(
                        option ->
                            OptionText.variable(option)
                                .ifPresent(
                                    variable ->
                                        variables
                                            .computeIfAbsent(variable, _ -> new TreeMap<>())
                                            .computeIfAbsent(
                                                option.longestName(), _ -> new ArrayList<>())
                                            .add("`" + name + "`"))));
    StringBuilder rows = new StringBuilder("| variable | is |\n| --- | --- |\n");
    variables.forEach(
        (variable, options) ->
            options.forEach(
                (option, commands) ->
                    rows.append(
                        "| `%s` | `%s` of %s |\n"
                            .formatted(variable, option, String.join(", ", commands)))));

    Generated.of("configuration.md", "environment").is(rows.toString());
  }

  @Test
  void theKeysOfTheConfigMapAreCurrent() throws IOException {
    assertThat(firstColumn("configuration.md", "## Keys of the ConfigMap"))
        .extracting(key -> key.replaceFirst("\\..*", ""))
        .hasSameElementsAs(
            Stream.concat(ConfigurationReader.KEYS.stream(), Stream.of("config")).toList());
  }

  @Test
  void theKeysOfConditionsAreCurrent() throws IOException {
    assertThat(firstColumn("triggers.md", "# Triggers"))
        .containsExactlyInAnyOrderElementsOf(Trigger.KEYS);
  }

  @ParameterizedTest
  @CsvSource({
    "configuration.md, ../notifier/src/main, '\"((?:argocd|tocsin)_[a-z_]+)\"'",
    "configuration.md, ../services/src/main, '\"([A-Z]+_[A-Z_]+)\"'",
    "configuration.md, ../notifier/src/main, '\"((?:ARGOCD|TOCSIN)_[A-Z_]+)\"'",
    "sync-controller.md, ../controller/src/main, '\"((?:argocd|tocsin|workqueue)_[a-z_]+)\"'"
  })
  void everyNameInTheCodeIsOnItsPage(String page, Path sources, String pattern) throws IOException {
    Pattern names = Pattern.compile(pattern);
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        Matcher name = names.matcher(Files.readString(file));
        while (name.find()) {
          found.add(name.group(1));
        }
      }
    }

    assertThat(found).isNotEmpty();
    assertThat(Files.readString(DOCS.resolve(page))).contains(found);
  }

  private static String section(String name, CommandSpec command) {
    List<String> rows = OptionText.rows(command, option -> !OptionText.ofCluster(option));
    boolean asks = command.options().stream().anyMatch(OptionText::ofCluster);
    return "## "
        + name
        + "\n\n"
        + String.join(" ", command.usageMessage().description())
        + (asks ? " Beside these it has the [options of a cluster](#options-of-a-cluster)." : "")
        + "\n\n"
        + (rows.isEmpty() ? "" : table(rows));
  }

  private static String table(List<String> rows) {
    return "| option | meaning |\n| --- | --- |\n" + String.join("\n", rows) + "\n\n";
  }

  private static SortedMap<String, CommandSpec> commands() {
    SortedMap<String, CommandSpec> commands = new TreeMap<>();
    collect(Main.commandLine(), commands);
    return commands;
  }

  private static void collect(CommandLine command, Map<String, CommandSpec> into) {
    command
        .getSubcommands()
        .values()
        .forEach(
            child -> {
              into.put(child.getCommandSpec().qualifiedName(), child.getCommandSpec());
              collect(child, into);
            });
  }

  private static List<String> firstColumn(String page, String heading) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    String section = text.substring(text.indexOf(heading + "\n") + heading.length());
    List<String> names = new ArrayList<>();
    for (String line : section.split("\n## ", 2)[0].split("\n")) {
      if (line.startsWith("| `")) {
        Matcher code = Pattern.compile("`([^`]+)`").matcher(line.substring(0, line.indexOf(" | ")));
        while (code.find()) {
          names.add(code.group(1));
        }
      }
    }
    return names;
  }
}
