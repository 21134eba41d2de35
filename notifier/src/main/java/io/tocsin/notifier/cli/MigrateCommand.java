package io.tocsin.notifier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin migrate}; its children are in {@link Commands}. */
@Command(
    name = "migrate",
    description = "Moving here from other notifiers.",
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "migrate: select a child command");
  }
}
