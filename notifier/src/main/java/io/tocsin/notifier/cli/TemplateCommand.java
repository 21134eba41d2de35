package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin template}. */
@Command(
    name = "template",
    description = "Notification templates related commands.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TemplateNotifyCommand.class,
      TemplatePreviewCommand.class,
      TemplateEvalCommand.class
    })
final class TemplateCommand implements Runnable {
  private static final int PREVIEW = 100;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "template: select a child command");
  }

  @Command(
      name = "get",
      description = "Prints information about configured templates.",
      mixinStandardHelpOptions = true)
  void get(
      @Mixin ConfigurationOptions configuration,
      @Option(
              names = {"-o", "--output"},
              defaultValue = "wide",
              description = "Output format: ${COMPLETION-CANDIDATES}.")
          OutputFormat output,
      @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this template.")
          String name) {
    Listing listing = Listing.of(configuration.source(), "template.", name);
    spec.commandLine()
        .getOut()
        .print(
            listing.print(
                output,
                new Table("NAME", "PREVIEW"),
                (table, entry) -> table.row(entry.getKey(), preview(entry.getValue()))));
    spec.commandLine().getOut().flush();
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
