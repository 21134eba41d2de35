package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.lint.Linter;
import io.tocsin.notifier.lint.Material;
import io.tocsin.notifier.lint.Severity;
import io.tocsin.notifier.migrate.Live;
import io.tocsin.notifier.migrate.Migration;
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin migrate check}. */
@Command(
    name = "check",
    description = {
      "Says what of a configuration Tocsin does otherwise than Argo CD Notifications, and what to"
          + " do about it; then what `config lint` finds.",
      "Reads the cluster, or files where some are given. Changes nothing and sends nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing to do: no findings, or notes alone",
      "1:warnings: other messages may come, or to others",
      "2:errors: something will not work; or it could not be checked, or wrong usage"
    },
    footer = {
      "",
      "  tocsin migrate check -n argocd",
      "  tocsin migrate check deploy/notifications -o json"
    })
final class MigrateCheckCommand implements Callable<Integer> {
  private static final int WARNINGS = 1;
  private static final int ERRORS = 2;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER|-",
      description = "Files instead of the cluster, as `config lint` takes them.")
  private List<String> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    MigrationReport report = report();
    out.print(report.print(output));
    out.flush();
    if (report.count(Severity.ERROR) > 0) {
      return ERRORS;
    }
    return report.count(Severity.WARNING) > 0 ? WARNINGS : 0;
  }

  private MigrationReport report() {
    ConfigurationReader reader = Setup.reader(_ -> {}, ExchangeListener.NONE);
    try {
      boolean fromCluster = files.isEmpty();
      Material material =
          fromCluster
              ? Linter.material(reader, new LiveObjects(cluster).read())
              : Linter.material(files, reader);
      String namespace = fromCluster ? cluster.namespace() : cluster.namespaceOffline();
      return new MigrationReport(
          new Migration(reader).of(new Live(namespace, material.objects())),
          material.result(),
          fromCluster);
    } catch (ConfigurationException | CommandException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
