package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.notifier.cli.OutputFormat;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app history}. */
@Command(
    name = "history",
    description = "Shows what an Application was synced to, the oldest first.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}; name prints the IDs.")
  private OutputFormat output;

  @Override
  public void run() {
    Application app = Apps.read(options.with(apps -> apps.get(apps.key(name))));
    PrintWriter out = spec.commandLine().getOut();
    switch (output) {
      case NAME -> app.status().history().forEach(deployment -> out.println(deployment.id()));
      case JSON -> out.print(Yaml.json(app.object().list("status", "history")));
      case YAML -> out.print(Yaml.write(app.object().list("status", "history")));
      case WIDE -> out.print(AppText.history(app.status().history()));
    }
    out.flush();
  }
}
