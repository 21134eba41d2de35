package io.tocsin.notifier.cli;

import static java.util.Map.entry;

import io.tocsin.notifier.cli.app.AppCommand;
import io.tocsin.notifier.config.ConfigurationException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private static final String COMPLETION = "generate-completion";
  private static final Set<String> VERSION = Set.of("--version", "-V");
  private static final Set<String> SHORT =
      Set.of("config", "deliveries", "explain", "mute", "template", "trigger");
  private static final SortedMap<String, Class<?>> COMMANDS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  entry("app", AppCommand.class),
                  entry("controller", ControllerCommand.class),
                  entry("config", ConfigCommand.class),
                  entry("deliveries", DeliveriesCommand.class),
                  entry("demo", DemoCommand.class),
                  entry("explain", ExplainCommand.class),
                  entry("mute", MuteCommand.class),
                  entry("record", RecordCommand.class),
                  entry("run", RunCommand.class),
                  entry("simulate", SimulateCommand.class),
                  entry("sync-controller", SyncControllerCommand.class),
                  entry("template", TemplateCommand.class),
                  entry("trigger", TriggerCommand.class),
                  entry(COMPLETION, GenerateCompletion.class))));

  public static void main(String[] arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      System.out.println(Version.line());
      leave(CommandLine.ExitCode.OK);
    }
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

  /** The command with all that it can do. */
  public static CommandLine commandLine() {
    return withCommands(COMMANDS.keySet());
  }

  /** The command with as much of itself as these arguments need: reading all options takes long. */
  static CommandLine commandLine(String... arguments) {
    return arguments.length > 0 && COMMANDS.containsKey(arguments[0])
        ? withCommands(Set.of(arguments[0]))
        : commandLine();
  }

  private static CommandLine withCommands(Set<String> names) {
    CommandLine line = new CommandLine(new Main());
    names.forEach(name -> line.addSubcommand(name, new CommandLine(COMMANDS.get(name))));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(Main::misused);
    Optional.ofNullable(line.getSubcommands().get(COMPLETION))
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
