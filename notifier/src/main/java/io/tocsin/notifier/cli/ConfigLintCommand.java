package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.lint.LintResult;
import io.tocsin.notifier.lint.Linter;
import io.tocsin.notifier.lint.Severity;
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin config lint}. */
@Command(
    name = "lint",
    description = "Checks a configuration, and the subscriptions to it, without any cluster.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing found, or notes alone", "1:warnings", "2:errors, or wrong usage"},
    footer = {
      "",
      "Check a folder; what is no manifest in it is passed over:",
      "  tocsin config lint deploy/notifications",
      "Check what kustomize makes, and mark the lines of a pull request on GitHub:",
      "  kustomize build overlays/production | tocsin config lint --format github -"
    })
final class ConfigLintCommand implements Callable<Integer> {
  private static final int WARNINGS = 1;
  private static final int ERRORS = 2;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private LintFormat format;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description =
          "Files and folders with ConfigMaps, Secrets, Applications and AppProjects; '-' for"
              + " standard input.")
  private List<String> names;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LintResult result = lint();
    out.print(format.print(result, spec.commandLine().getColorScheme().ansi()));
    out.flush();
    if (result.count(Severity.ERROR) > 0) {
      return ERRORS;
    }
    return result.count(Severity.WARNING) > 0 ? WARNINGS : 0;
  }

  /** What cannot be read at all must not look like a mere warning. */
  private LintResult lint() {
    try {
      return Linter.lint(names, Setup.reader(_ -> {}, ExchangeListener.NONE));
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
