package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.config.Counted;
import io.tocsin.notifier.simulate.Recorder;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tocsin record}. */
@Command(
    name = "record",
    description =
        "Writes what happens to Applications as JSON, a line each, for `tocsin simulate`.",
    mixinStandardHelpOptions = true,
    footer = {"", "  tocsin record --for 1h -n argocd > events.jsonl"})
final class RecordCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      required = true,
      description = "How long: 90s, 30m, 2h.")
  private String lasting;

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "The Applications of all namespaces.")
  private boolean all;

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "LABELS",
      defaultValue = "",
      description = "Only Applications with these labels.")
  private String selector;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Duration duration = Durations.parse(spec, "record: --for", lasting);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    AtomicInteger count = new AtomicInteger();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    try (KubernetesClient client = cluster.client()) {
      String failure =
          new Recorder(client, Clock.systemUTC())
              .record(
                  all ? Optional.empty() : Optional.of(cluster.namespace()),
                  selector(),
                  duration,
                  happening -> {
                    out.println(happening.json());
                    out.flush();
                    if (terminal) {
                      err.print("\r" + Counted.of(count.incrementAndGet(), "change") + " recorded");
                      err.flush();
                    }
                  });
      if (!failure.isEmpty()) {
        throw new CommandException(failure);
      }
    }
    return 0;
  }

  private String selector() {
    try {
      LabelSelector.parse(selector);
      return selector;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "record: --selector: '%s': %s".formatted(selector, e.getMessage()));
    }
  }
}
