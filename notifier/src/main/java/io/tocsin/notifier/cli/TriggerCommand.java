package io.tocsin.notifier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger}; its children are in {@link Commands}. */
@Command(
    name = "trigger",
    description = "Notification triggers related commands.",
    mixinStandardHelpOptions = true)
final class TriggerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "trigger: select a child command");
  }
}
