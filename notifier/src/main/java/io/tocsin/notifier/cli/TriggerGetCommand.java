package io.tocsin.notifier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger get}. */
@Command(
    name = "get",
    description = "Prints information about configured triggers.",
    mixinStandardHelpOptions = true)
final class TriggerGetCommand implements Runnable {
  @Mixin private ConfigurationOptions configuration;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this trigger.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        Listing.of(configuration.source(), "trigger.", name)
            .print(output, new Table("NAME", "TEMPLATE", "CONDITION"), TriggerGetCommand::rows));
    out.flush();
  }

  private static void rows(Table table, Map.Entry<String, Object> trigger) {
    String name = trigger.getKey();
    List<?> conditions =
        trigger.getValue() instanceof List<?> list ? list : List.of(trigger.getValue());
    for (Object item : conditions) {
      if (item instanceof Map<?, ?> condition) {
        table.row(name, joined(condition.get("send")), String.valueOf(condition.get("when")));
        name = "";
      }
    }
  }

  private static String joined(Object send) {
    return send instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(send);
  }
}
