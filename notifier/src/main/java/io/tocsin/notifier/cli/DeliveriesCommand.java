package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Records;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin deliveries}. */
@Command(
    name = "deliveries",
    description = "Messages that failed for good: shows them and sends them again.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "deliveries: select a child command");
  }

  @Command(
      name = "list",
      description = "Lists the messages that failed for good, the newest first.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin ClusterOptions cluster,
      @Option(
              names = {"-o", "--output"},
              defaultValue = "wide",
              description = "Output format: ${COMPLETION-CANDIDATES}.")
          OutputFormat output) {
    print(ask(cluster, DeliveriesCommand::read), output);
  }

  private void print(List<DeadLetter> letters, OutputFormat output) {
    PrintWriter out = spec.commandLine().getOut();
    switch (output) {
      case NAME -> letters.forEach(letter -> out.println(letter.id()));
      case JSON -> out.print(Yaml.json(letters.stream().map(DeliveriesCommand::data).toList()));
      case YAML -> out.print(Yaml.write(letters.stream().map(DeliveriesCommand::data).toList()));
      case WIDE -> out.print(table(letters));
    }
    out.flush();
  }

  private static String table(List<DeadLetter> letters) {
    if (letters.isEmpty()) {
      return "No message failed for good.\n";
    }
    Table table =
        new Table("ID", "DIED", "APPLICATION", "TRIGGER", "RECIPIENT", "ATTEMPTS", "REASON");
    for (DeadLetter letter : letters) {
      table.row(
          letter.id(),
          letter.died().truncatedTo(ChronoUnit.SECONDS).toString(),
          letter.about(),
          letter.trigger(),
          letter.destination().toString(),
          String.valueOf(letter.attempts()),
          (letter.resend().isPresent() ? "being sent again; " : "") + letter.reason());
    }
    return table.toString();
  }

  @Command(
      name = "show",
      description = "Shows all that is known of one message.",
      mixinStandardHelpOptions = true)
  void show(
      @Mixin ClusterOptions cluster,
      @Parameters(paramLabel = "ID", description = "As `deliveries list` shows it.") String id) {
    DeadLetter letter = ask(cluster, records -> found(cluster, read(records), id));
    PrintWriter out = spec.commandLine().getOut();
    out.print(Yaml.write(data(letter)));
    out.flush();
  }

  @Command(
      name = "resend",
      description = {
        "Asks the controller to send messages again, about their Applications as they are now.",
        "What is delivered is no longer listed; what fails again is, with its new reason."
      },
      mixinStandardHelpOptions = true)
  int resend(
      @Mixin ClusterOptions cluster,
      @Option(names = "--all", description = "All that are listed.") boolean all,
      @Option(
              names = "--wait",
              paramLabel = "DURATION",
              defaultValue = "15s",
              description = "How long to wait for what becomes of them. Default: ${DEFAULT-VALUE}.")
          String wait,
      @Parameters(arity = "0..*", paramLabel = "ID", description = "As `deliveries list` shows it.")
          List<String> ids) {
    if (all == (ids != null)) {
      throw new ParameterException(
          spec.commandLine(), "deliveries resend: give either --all or the IDs of messages");
    }
    Duration limit = Durations.parse(spec, "deliveries resend: --wait", wait);
    List<DeadLetter> asked = ask(cluster, records -> resend(cluster, records, all, ids));
    PrintWriter out = spec.commandLine().getOut();
    Resending resending = new Resending(asked, out);
    boolean done = ask(cluster, records -> resending.await(() -> read(records), limit));
    if (!done) {
      out.printf("`tocsin deliveries list%s` shows what is left.%n", cluster.where());
    }
    out.flush();
    return done ? 0 : 1;
  }

  private static List<DeadLetter> resend(
      ClusterOptions cluster, Records records, boolean all, List<String> ids) {
    List<DeadLetter> known = read(records);
    List<DeadLetter> asked =
        all ? known : ids.stream().distinct().map(id -> found(cluster, known, id)).toList();
    Instant now = Clock.systemUTC().instant();
    Map<String, Optional<String>> changes = new HashMap<>();
    asked.forEach(
        letter -> changes.put(letter.id(), Optional.of(letter.askedToResend(now).json())));
    if (!changes.isEmpty()) {
      records.write(changes);
    }
    return asked;
  }

  private static DeadLetter found(ClusterOptions cluster, List<DeadLetter> letters, String id) {
    return letters.stream()
        .filter(letter -> letter.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no message %s; `tocsin deliveries list%s` shows those there are"
                        .formatted(id, cluster.where())));
  }

  private static List<DeadLetter> read(Records records) {
    return records.read().values().stream()
        .flatMap(json -> DeadLetter.parse(json).stream())
        .sorted(Comparator.comparing(DeadLetter::died).reversed())
        .toList();
  }

  private static <T> T ask(ClusterOptions cluster, Function<Records, T> question) {
    return cluster.records(DeadLetter.CONFIG_MAP, question);
  }

  private static Map<String, Object> data(DeadLetter letter) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", letter.id());
    data.put(
        letter.resource().isEmpty() ? "application" : letter.resource(),
        letter.object().toString());
    data.put("configuration", letter.scope().isEmpty() ? "control plane" : letter.scope());
    data.put("trigger", letter.trigger());
    data.put("condition", letter.condition());
    data.put("templates", letter.templates());
    data.put("service", letter.destination().service());
    data.put("recipient", letter.destination().recipient());
    data.put("reason", letter.reason());
    data.put("attempts", letter.attempts());
    data.put("queued", letter.queued().toString());
    data.put("died", letter.died().toString());
    letter.resend().ifPresent(time -> data.put("askedToResend", time.toString()));
    return data;
  }
}
