package io.tocsin.notifier.cli;

import io.tocsin.triggers.ConditionResult;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger run}. */
@Command(
    name = "run",
    description = "Evaluates a trigger's conditions on an Application and prints the result.",
    mixinStandardHelpOptions = true)
final class TriggerRunCommand implements Runnable {
  @Mixin private TriggerOptions options;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<ConditionResult> results = options.subject(out).results();
    Table table = new Table("CONDITION", "RESULT");
    for (ConditionResult result : results) {
      table.row(result.condition().when().source(), String.valueOf(result.triggered()));
    }
    out.print(table);
    out.flush();
    results.stream().flatMap(result -> result.problems().stream()).forEach(err::println);
    err.flush();
  }
}
