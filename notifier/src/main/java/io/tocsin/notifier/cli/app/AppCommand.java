package io.tocsin.notifier.cli.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin app}, with argocd's names of commands and flags. */
@Command(
    name = "app",
    description = "Manages Applications.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListCommand.class,
      GetCommand.class,
      CreateCommand.class,
      SetCommand.class,
      DiffCommand.class,
      SyncCommand.class,
      WaitCommand.class,
      HistoryCommand.class,
      RollbackCommand.class,
      DeleteCommand.class
    })
public final class AppCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "app: select a child command");
  }
}
