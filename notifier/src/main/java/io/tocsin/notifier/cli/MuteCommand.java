package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.records.Records;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin mute}. */
@Command(
    name = "mute",
    description = {
      "Tells nobody about Applications for a while.",
      "What is still true when the mute ends is told then."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin mute guestbook --for 2h --reason 'moving the database'",
      "  tocsin mute --selector team=payments --for 30m",
      "  tocsin mute list",
      "  tocsin mute remove 1f0a33c2"
    })
final class MuteCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster;

  @Option(names = "--selector", paramLabel = "LABELS", description = "Those with these labels.")
  private String selector;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "How long: 90s, 30m, 2h; it ends by itself.")
  private String lasting;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "For people.")
  private String reason;

  @Parameters(arity = "0..1", paramLabel = "APP", description = "NAME or NAMESPACE/NAME.")
  private String application;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if ((application == null) == (selector == null)) {
      throw misused("mute: give either an APP or --selector");
    }
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    Mute mute = mute(now, now.plus(duration()));
    ask(
        records -> {
          records.write(Map.of(mute.id(), Optional.of(mute.json())));
          return mute;
        });
    print(
        "muted %s until %s (`tocsin mute remove %s%s` ends it)%n"
            .formatted(what(mute), mute.until(), mute.id(), cluster.where()));
    return 0;
  }

  private Mute mute(Instant from, Instant until) {
    if (selector != null) {
      try {
        LabelSelector.parse(selector);
      } catch (IllegalArgumentException e) {
        throw misused("mute: --selector: '%s': %s".formatted(selector, e.getMessage()));
      }
      return new Mute(Mute.newId(), "", "", selector, from, until, reason);
    }
    ObjectKey key = ObjectKey.parse(application, cluster.namespace());
    return new Mute(Mute.newId(), key.name(), key.namespace(), "", from, until, reason);
  }

  private Duration duration() {
    if (lasting == null) {
      throw misused("mute: --for is missing: how long, such as 2h");
    }
    return Durations.parse(spec, "mute: --for", lasting);
  }

  private ParameterException misused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  @Command(name = "list", description = "Lists what is muted.", mixinStandardHelpOptions = true)
  void list(@Mixin ClusterOptions where) {
    Instant now = Clock.systemUTC().instant();
    List<Mute> mutes =
        ask(where, MuteCommand::read).stream().filter(mute -> !mute.ended(now)).toList();
    if (mutes.isEmpty()) {
      print("Nothing is muted.\n");
      return;
    }
    Table table = new Table("ID", "WHAT", "UNTIL", "REASON");
    mutes.forEach(m -> table.row(m.id(), what(m), m.until().toString(), m.reason()));
    print(table.toString());
  }

  @Command(name = "remove", description = "Ends mutes.", mixinStandardHelpOptions = true)
  void remove(
      @Mixin ClusterOptions where,
      @Parameters(arity = "1..*", paramLabel = "ID", description = "As `mute list` shows it.")
          List<String> ids) {
    List<Mute> removed = ask(where, records -> remove(where, records, ids));
    removed.forEach(mute -> print(what(mute) + " is no longer muted\n"));
  }

  private static List<Mute> remove(ClusterOptions where, Records records, List<String> ids) {
    List<Mute> known = read(records);
    List<Mute> removed =
        ids.stream()
            .distinct()
            .map(
                id ->
                    known.stream()
                        .filter(mute -> mute.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new CommandException(
                                    "there is no mute %s; `tocsin mute list%s` shows those there are"
                                        .formatted(id, where.where()))))
            .toList();
    records.write(
        removed.stream().collect(Collectors.toMap(Mute::id, mute -> Optional.<String>empty())));
    return removed;
  }

  private static List<Mute> read(Records records) {
    return records.read().values().stream()
        .flatMap(json -> Mute.parse(json).stream())
        .sorted(Comparator.comparing(Mute::until))
        .toList();
  }

  private <T> T ask(Function<Records, T> question) {
    return ask(cluster, question);
  }

  private static <T> T ask(ClusterOptions where, Function<Records, T> question) {
    return where.records(Mute.CONFIG_MAP, question);
  }

  private static String what(Mute mute) {
    return mute.name().isEmpty()
        ? "Applications with " + mute.selector()
        : mute.namespace() + "/" + mute.name();
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
