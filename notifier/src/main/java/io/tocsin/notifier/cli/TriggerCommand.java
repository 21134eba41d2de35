package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.Trigger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger}. */
@Command(
    name = "trigger",
    description = "Notification triggers related commands.",
    mixinStandardHelpOptions = true,
    subcommands = {TriggerEvalCommand.class})
final class TriggerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "trigger: select a child command");
  }

  @Command(
      name = "get",
      description = "Prints information about configured triggers.",
      mixinStandardHelpOptions = true)
  void get(
      @Mixin ConfigurationOptions configuration,
      @Option(
              names = {"-o", "--output"},
              defaultValue = "wide",
              description = "Output format: ${COMPLETION-CANDIDATES}.")
          OutputFormat output,
      @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this trigger.")
          String name) {
    Listing listing = Listing.of(configuration.source(), "trigger.", name);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        listing.print(output, new Table("NAME", "TEMPLATE", "CONDITION"), TriggerCommand::rows));
    out.flush();
  }

  @Command(
      name = "run",
      description = "Evaluates a trigger's conditions on an Application and prints the result.",
      mixinStandardHelpOptions = true)
  int run(
      @Mixin ConfigurationOptions options,
      @Parameters(paramLabel = "NAME", description = "The trigger.") String name,
      @Parameters(
              paramLabel = "RESOURCE",
              description = "An Application: a YAML file, or a name in the cluster.")
          String resource) {
    PrintWriter out = spec.commandLine().getOut();
    Subject subject = subject(options, name, resource);
    List<ConditionResult> results = subject.trigger().evaluate(subject.variables());
    Table table = new Table("CONDITION", "RESULT");
    for (ConditionResult result : results) {
      table.row(result.condition().when().source(), String.valueOf(result.triggered()));
    }
    out.print(table);
    out.flush();
    results.stream()
        .flatMap(result -> result.problems().stream())
        .forEach(spec.commandLine().getErr()::println);
    spec.commandLine().getErr().flush();
    return 0;
  }

  @Command(
      name = "explain",
      description = "Shows the value of each part of a trigger's conditions on an Application.",
      mixinStandardHelpOptions = true)
  int explain(
      @Mixin ConfigurationOptions options,
      @Parameters(paramLabel = "NAME", description = "The trigger.") String name,
      @Parameters(
              paramLabel = "RESOURCE",
              description = "An Application: a YAML file, or a name in the cluster.")
          String resource) {
    PrintWriter out = spec.commandLine().getOut();
    Subject subject = subject(options, name, resource);
    for (ConditionResult result : subject.trigger().evaluate(subject.variables())) {
      out.printf("%s %s%n", result.condition().key(), result.condition().description());
      out.println(result.triggered() ? "triggered" : "not triggered");
      out.println(result.condition().when().explain(subject.variables()));
      result.oncePer().ifPresent(value -> out.println("once per " + value));
    }
    out.flush();
    return 0;
  }

  /** A trigger and what its conditions can name. */
  private record Subject(Trigger trigger, Map<String, Object> variables) {}

  private Subject subject(ConfigurationOptions options, String name, String resource) {
    Setup setup =
        Setup.read(
            options, Wanted.trigger(name), spec.commandLine().getOut(), ExchangeListener.NONE);
    Trigger trigger = setup.configuration().triggers().get(name);
    if (trigger == null) {
      throw new CommandException(
          setup.broken("trigger." + name, "trigger", name, Configuration::triggers));
    }
    KubeObject application = options.application(resource);
    Optional<KubeObject> project = setup.variables().subject().parent(application);
    return new Subject(
        trigger, setup.variables().forConditions(setup.configuration(), application, project));
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
