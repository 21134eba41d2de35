package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.OutputFormat;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app get}. */
@Command(name = "get", description = "Shows an Application.", mixinStandardHelpOptions = true)
final class GetCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Option(names = "--show-operation", description = "Show the last operation.")
  private boolean showOperation;

  @Option(names = "--show-params", description = "Show the parameters of charts.")
  private boolean showParameters;

  @Option(names = "--refresh", description = "Have it compared anew first.")
  private boolean refresh;

  @Option(names = "--hard-refresh", description = "The same, rendering anew as well.")
  private boolean hardRefresh;

  @Override
  public void run() {
    KubeObject object = options.with(this::read);
    PrintWriter out = spec.commandLine().getOut();
    switch (output) {
      case NAME -> out.println(object.key());
      case JSON -> out.print(Yaml.json(object.content()));
      case YAML -> out.print(Yaml.write(object.content()));
      case WIDE -> out.print(text(Apps.read(object)));
    }
    out.flush();
  }

  private KubeObject read(Apps apps) {
    ObjectKey key = apps.key(name);
    if (!refresh && !hardRefresh) {
      return apps.get(key);
    }
    return Refreshing.of(apps, key, hardRefresh);
  }

  private String text(Application app) {
    StringBuilder text = new StringBuilder(AppText.details(app));
    if (showOperation) {
      app.status().operationState().ifPresent(state -> text.append(AppText.operation(state)));
    }
    if (showParameters) {
      text.append(AppText.parameters(app));
    }
    return text.append(AppText.resources(app)).toString();
  }
}
