package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Counted;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.preview.Previews;
import io.tocsin.notifier.preview.TerminalPreview;
import io.tocsin.notifier.simulate.Happening;
import io.tocsin.notifier.simulate.Happenings;
import io.tocsin.notifier.simulate.Recorder;
import io.tocsin.notifier.simulate.Simulation;
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin simulate}. */
@Command(
    name = "simulate",
    description = {
      "Says who would have been told what and when, had a configuration been there.",
      "Nothing is sent. Each Application begins as one that nobody was told about."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin record --for 1h > yesterday.jsonl",
      "  tocsin simulate --events yesterday.jsonl --config-map new.yaml --secret :empty",
      "",
      "Events are documents of YAML, or JSON a line: `at` (a time, or +5m) and one of `object`",
      "(an Application), `patch` (what changed of it), `gone` (NAMESPACE/NAME), or nothing."
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private ConfigurationOptions options;

  @ArgGroup(multiplicity = "1")
  private Origin origin;

  /** Where what happened is from. */
  private static final class Origin {
    @Option(
        names = "--events",
        paramLabel = "FILE|-",
        description = "What happened: recorded by `tocsin record`, or written by hand.")
    private String events;

    @Option(
        names = "--record",
        paramLabel = "DURATION",
        description = "What happens in the cluster for so long: 90s, 30m, 2h.")
    private String record;
  }

  @Option(names = "--messages", description = "Show each message as its receiver would.")
  private boolean messages;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECTS",
      description = "A file with the AppProjects of the Applications.")
  private String projects;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Setup setup = Setup.withoutSecrets(options, out, ExchangeListener.NONE);
    setup.configuration().problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .forEach(problem -> err.println(problem));
    List<KubeObject> known = projects == null ? List.of() : Manifests.read(projects);
    AtomicInteger count = new AtomicInteger();
    Set<String> said = new HashSet<>();
    try (Simulation simulation =
        new Simulation(
            setup.configuration(),
            options.namespace(),
            key -> project(known, key),
            delivery -> {
              count.incrementAndGet();
              print(setup, delivery);
            },
            sentence -> {
              if (said.add(sentence)) {
                err.println(sentence);
              }
            })) {
      simulation.run(happenings());
    }
    out.println(Counted.of(count.get(), "message") + ".");
    out.flush();
    err.flush();
    return 0;
  }

  private List<Happening> happenings() throws InterruptedException {
    if (origin.record != null) {
      return recorded(Durations.parse(spec, "simulate: --record", origin.record));
    }
    try {
      return Happenings.read(Manifests.text(origin.events));
    } catch (ConfigurationException e) {
      throw new CommandException("--events: " + origin.events + ": " + e.getMessage());
    }
  }

  private List<Happening> recorded(Duration lasting) throws InterruptedException {
    List<Happening> happenings = new ArrayList<>();
    try (KubernetesClient client = options.client()) {
      String failure =
          new Recorder(client, Clock.systemUTC())
              .record(Optional.of(options.namespace()), "", lasting, happenings::add);
      if (!failure.isEmpty()) {
        throw new CommandException(failure);
      }
    }
    return happenings;
  }

  private Optional<KubeObject> project(List<KubeObject> known, ObjectKey key) {
    return known.stream()
        .filter(object -> object.kind().equals("AppProject") && object.name().equals(key.name()))
        .findFirst();
  }

  private synchronized void print(Setup setup, Delivery delivery) {
    PrintWriter out = spec.commandLine().getOut();
    Instant at = delivery.queued().truncatedTo(ChronoUnit.SECONDS);
    out.printf(
        "%s  %s  %s → %s  (%s)%n",
        at,
        delivery.key(),
        delivery.trigger(),
        delivery.destination(),
        String.join(", ", delivery.templates()));
    if (messages) {
      boolean styled = spec.commandLine().getColorScheme().ansi().enabled();
      String shown =
          TerminalPreview.of(
              List.of(
                  Previews.of(
                      setup.configuration(),
                      setup.variables(),
                      delivery.object(),
                      delivery.templates(),
                      delivery.destination())),
              styled);
      out.print(shown.indent(4));
    }
    out.flush();
  }
}
