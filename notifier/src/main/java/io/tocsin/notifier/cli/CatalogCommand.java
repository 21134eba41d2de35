package io.tocsin.notifier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin catalog}; its children are in {@link Commands}. */
@Command(
    name = "catalog",
    description = "Triggers and templates that come along.",
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "catalog: select a child command");
  }
}
