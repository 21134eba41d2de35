package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private static final Set<String> VERSION = Set.of("--version", "-V");
  private static final Set<String> SHORT =
      Set.of(
          "catalog",
          "config",
          "deliveries",
          "explain",
          "migrate",
          "mute",
          "rbac",
          "template",
          "trigger");

  public static void main(String[] arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      System.out.println(Version.line());
      leave(CommandLine.ExitCode.OK);
    }
    // else picocli looks for Groovy in every jar
    System.setProperty("picocli.disable.closures", "true");
    if (arguments.length > 0 && SHORT.contains(arguments[0])) {
      Ahead ahead = Ahead.start();
      leave(commandLine(arguments).setExecutionStrategy(ahead::execute).execute(arguments));
    }
    System.exit(commandLine(arguments).execute(arguments));
  }

  /** Ends without what {@link System#exit} looks for in all jars: a logger that hears of it. */
  private static void leave(int code) {
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(code);
  }

  /** The command with as much of itself as these arguments need, with all where they are none. */
  public static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    Commands.addTo(line, List.of(arguments));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(Main::misused);
    Optional.ofNullable(line.getSubcommands().get(Commands.COMPLETION))
        .ifPresent(command -> command.getCommandSpec().usageMessage().hidden(false));
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
