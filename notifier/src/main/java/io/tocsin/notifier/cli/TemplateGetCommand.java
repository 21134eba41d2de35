package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin template get}. */
@Command(
    name = "get",
    description = "Prints information about configured templates.",
    mixinStandardHelpOptions = true)
final class TemplateGetCommand implements Runnable {
  private static final int PREVIEW = 100;

  @Mixin private ConfigurationOptions configuration;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this template.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        Listing.of(configuration.source(), "template.", name)
            .print(
                output,
                new Table("NAME", "PREVIEW"),
                (table, entry) -> table.row(entry.getKey(), preview(entry.getValue()))));
    out.flush();
  }

  private static String preview(Object definition) {
    String text =
        definition instanceof Map<?, ?> map && map.get("message") instanceof String message
            ? message
            : Yaml.compact(definition);
    String line = text.lines().findFirst().orElse("");
    return line.length() > PREVIEW ? line.substring(0, PREVIEW - 1) + "..." : line;
  }
}
