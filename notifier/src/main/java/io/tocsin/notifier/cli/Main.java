package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The main class: {@code tocsin}. Exit codes: 0 done, 1 not done, 2 wrong usage. */
@Command(
    name = "tocsin",
    description = "Tells the right people what happened to Argo CD Applications.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ControllerCommand.class,
      ConfigCommand.class,
      DeliveriesCommand.class,
      DemoCommand.class,
      ExplainCommand.class,
      MuteCommand.class,
      RecordCommand.class,
      SimulateCommand.class,
      TemplateCommand.class,
      TriggerCommand.class,
      GenerateCompletion.class
    })
public final class Main {
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command as tests run it too. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(Main::misused);
    line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(false);
    return line;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
    command.getErr().println(command.getColorScheme().errorText(sentence(e)));
    if (System.getenv("TOCSIN_TRACE") != null) {
      e.printStackTrace(command.getErr());
    }
    return e instanceof UsageException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception e) {
    return e instanceof CommandException
            || e instanceof UsageException
            || e instanceof ConfigurationException
        ? "tocsin: " + e.getMessage()
        : "tocsin: " + e + "; set TOCSIN_TRACE=1 to see where it happened";
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("tocsin: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command
        .getErr()
        .println(
            Ansi.AUTO.string(
                "`" + command.getCommandSpec().qualifiedName() + " --help` shows the usage."));
    return CommandLine.ExitCode.USAGE;
  }
}
