package io.tocsin.notifier.cli;

import io.tocsin.triggers.ConditionResult;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger explain}. */
@Command(
    name = "explain",
    description = "Shows the value of each part of a trigger's conditions on an Application.",
    mixinStandardHelpOptions = true)
final class TriggerExplainCommand implements Runnable {
  @Mixin private TriggerOptions options;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    TriggerOptions.Subject subject = options.subject(out);
    for (ConditionResult result : subject.results()) {
      out.printf("%s %s%n", result.condition().key(), result.condition().description());
      out.println(result.triggered() ? "triggered" : "not triggered");
      out.println(result.condition().when().explain(subject.variables()));
      result.oncePer().ifPresent(value -> out.println("once per " + value));
    }
    out.flush();
  }
}
