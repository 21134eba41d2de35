package io.tocsin.notifier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin template}; its children are in {@link Commands}. */
@Command(
    name = "template",
    description = "Notification templates related commands.",
    mixinStandardHelpOptions = true)
final class TemplateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "template: select a child command");
  }
}
