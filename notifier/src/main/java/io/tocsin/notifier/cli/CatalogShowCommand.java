package io.tocsin.notifier.cli;

import io.tocsin.notifier.catalog.ConfigMapText;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin catalog show}. */
@Command(
    name = "show",
    description = "Prints triggers and templates of the catalog as a ConfigMap.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin catalog show on-deployed --services slack",
      "  tocsin catalog show app-deployed --language zh --services dingtalk,email"
    })
final class CatalogShowCommand implements Runnable {
  @Mixin private CatalogOptions options;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Triggers or templates; all without it.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConfigMapText.of(options.catalog(names).texts()));
    out.flush();
  }
}
