package io.tocsin.bench.load;

import io.tocsin.bench.load.cluster.Api;
import io.tocsin.bench.load.cluster.ApplicationPattern;
import io.tocsin.bench.load.process.CommandLine;
import io.tocsin.bench.load.receiver.Receivers;
import io.tocsin.bench.load.report.HtmlReport;
import io.tocsin.bench.load.report.JsonReport;
import io.tocsin.bench.load.report.Machine;
import io.tocsin.bench.load.report.RunResult;
import io.tocsin.bench.load.report.ScenarioResult;
import io.tocsin.bench.load.report.Verdict;
import io.tocsin.bench.load.scenario.Numbers;
import io.tocsin.bench.load.scenario.Overrides;
import io.tocsin.bench.load.scenario.RunPlan;
import io.tocsin.bench.load.scenario.Scenario;
import io.tocsin.bench.load.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench/load}: runs a scenario against a controller. */
@Command(
    name = "load",
    description = "Runs a scenario against a notifications controller and measures from outside.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LoadCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[\\w-]+");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "A name in bench/scenarios, or a file.")
  private String scenario;

  @Parameters(
      index = "1..*",
      paramLabel = "COMMAND",
      defaultValue =
          "./tocsin controller --kubeconfig {kubeconfig} -n {namespace} --metrics-port {port}",
      description =
          "What starts the controller, after --. {kubeconfig}, {namespace} and {port} stand for"
              + " what it is to use; KUBECONFIG is set. Default: ${DEFAULT-VALUE}.")
  private List<String> command = List.of();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The cluster. Default: one of its own, of the binaries in KUBEBUILDER_ASSETS.")
  private Path kubeconfig;

  @Option(
      names = "--applications",
      paramLabel = "N",
      split = ",",
      description = "How many, instead of what the file says; with commas, for each run in turn.")
  private List<Integer> applications = List.of();

  @Option(
      names = "--minutes",
      paramLabel = "MINUTES",
      description = "How long nothing happens, instead of what the file says.")
  private Double minutes;

  @Option(
      names = "--ready-url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:{port}/readyz",
      description = "Answers 200 when the controller is ready. Default: ${DEFAULT-VALUE}.")
  private String readyUrl;

  @Option(
      names = "--pattern",
      paramLabel = "FILE",
      defaultValue = "bench/scenarios/pattern/application.json",
      description = "The Application that all are made from. Default: ${DEFAULT-VALUE}.")
  private Path pattern;

  @Option(
      names = "--crds",
      paramLabel = "FOLDER",
      defaultValue = "deploy/crds",
      description = "The definitions to create where they are missing. Default: ${DEFAULT-VALUE}.")
  private Path definitions;

  @Option(names = "--report", paramLabel = "FILE", description = "Write a page with plots here.")
  private Path report;

  @Option(names = "--check", description = "End with 1 when a bound of the scenario is not kept.")
  private boolean check;

  /** Runs it and ends the process: 0 when done, 1 on failure, 2 on wrong use. */
  public static void main(String... arguments) {
    Receivers.prepare();
    System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
  }

  /** Runs it in this process; the line of JSON goes to the given writer. */
  static int run(PrintWriter out, String... arguments) {
    picocli.CommandLine line = new picocli.CommandLine(new LoadCommand()).setOut(out);
    line.setExecutionExceptionHandler(
        (e, _, _) -> {
          System.err.println("load: " + e.getMessage());
          return e instanceof IllegalArgumentException ? 2 : 1;
        });
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Scenario read = new ScenarioReader().read(file(), overrides());
    Path folder = Files.createTempDirectory("tocsin-load-");
    Path log = folder.resolve("controller.log");
    progress("the controller's output goes to " + log);
    Machine machine = Machine.here();
    Instant began = Instant.now();
    List<RunResult> runs = new ArrayList<>();
    try (Target target = Target.of(Optional.ofNullable(kubeconfig), folder);
        Api api = new Api(target.kubeconfig())) {
      Setting setting =
          new Setting(
              api,
              target.kubeconfig(),
              definitions,
              target.started().isPresent(),
              ApplicationPattern.read(pattern),
              new CommandLine(words(), readyUrl),
              log,
              LoadCommand::progress);
      for (RunPlan plan : read.runs()) {
        progress("%s %s".formatted(read.name(), plan.name()).strip());
        runs.add(Run.of(setting, plan));
      }
    }
    return tell(new ScenarioResult(read, began, machine, String.join(" ", words()), runs));
  }

  private Path file() {
    return NAME.matcher(scenario).matches()
        ? Path.of("bench", "scenarios", scenario + ".yaml")
        : Path.of(scenario);
  }

  private Overrides overrides() {
    Optional<Duration> idle =
        Optional.ofNullable(minutes).map(given -> Duration.ofSeconds(Math.round(given * 60)));
    return new Overrides(applications, idle);
  }

  /** The default is one text. */
  private List<String> words() {
    return command.size() == 1 ? List.of(command.getFirst().split(" ")) : command;
  }

  private int tell(ScenarioResult result) throws IOException {
    spec.commandLine().getOut().println(JsonReport.line(result));
    if (report != null) {
      Files.writeString(report, HtmlReport.page(result));
    }
    for (Verdict verdict : result.verdicts()) {
      progress(
          "%-26s %10s   %s (%s)"
              .formatted(
                  verdict.measure(),
                  verdict.value().map(Numbers::text).orElse("-"),
                  verdict.holds() ? "kept" : "NOT KEPT",
                  verdict.bound()));
    }
    boolean kept = result.verdicts().stream().allMatch(Verdict::holds);
    return check && !kept ? 1 : 0;
  }

  private static void progress(String text) {
    System.err.println("load: " + text);
  }
}
