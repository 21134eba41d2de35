package io.tocsin.notifier.cli;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.demo.Examples;
import io.tocsin.notifier.demo.Narrator;
import io.tocsin.notifier.demo.Remembered;
import io.tocsin.notifier.demo.Screen;
import io.tocsin.notifier.demo.Story;
import io.tocsin.notifier.observability.Logging;
import io.tocsin.services.http.AddressPolicy;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.http.Networks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin demo}. */
@Command(
    name = "demo",
    description =
        "Plays an example on an embedded Kubernetes API, with local stand-ins for those who are told.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXAMPLE",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: dingtalk, or gitops with --gitops.")
  private String example;

  @Option(
      names = "--gitops",
      description =
          "From a push to a message: with the sync controller and a local Git repository.")
  private boolean gitops;

  @Option(
      names = "--keep",
      description = "Keep the API running at the end, and print how to reach it.")
  private boolean keep;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "700",
      description = "Milliseconds between two turns. Default: ${DEFAULT-VALUE}.")
  private int pause;

  @Spec private CommandSpec spec;

  /** Of the examples. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(new TreeSet<>(Examples.names()));
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (pause < 0) {
      throw new UsageException("--pause: must not be negative");
    }
    Logging.configure(Logging.Threshold.ERROR, Logging.Format.TEXT);
    PrintWriter out = spec.commandLine().getOut();
    Story.Settings settings =
        new Story.Settings(
            Setup.reader(out::print, ExchangeListener.NONE, new Remembered()),
            Setup.tenants(
                AddressPolicy.beyondTheNode(Networks.parse("127.0.0.1"), Networks.NONE),
                new Remembered()),
            Setup.helpers(),
            new Screen(out, Ansi.AUTO.enabled()),
            Duration.ofMillis(pause),
            Clock.systemUTC(),
            request -> {});
    Story story = story(settings);
    Narrator.Summary summary;
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start()) {
      summary = story.run(api.kubeconfig(), () -> kept(api, out));
    }
    return summary.failed().isEmpty() ? 0 : 1;
  }

  private Story story(Story.Settings settings) {
    if (gitops && example != null) {
      throw new UsageException("--gitops: is an example of its own, beside " + example);
    }
    String name = example == null ? gitops ? "gitops" : "dingtalk" : example;
    return Examples.story(name, settings)
        .orElseThrow(() -> new UsageException(Setup.missing("example", name, Examples.names())));
  }

  private void kept(EmbeddedKubernetes api, PrintWriter out) {
    if (!keep) {
      return;
    }
    try {
      Path file = Files.createTempFile("tocsin-demo-", ".kubeconfig");
      file.toFile().deleteOnExit();
      Files.writeString(file, api.kubeconfig());
      out.println(
          "The API stays up until Ctrl-C, and with it the demo's controller, which goes on telling the"
              + " demo's receivers what happens in the namespace argocd. For example:");
      out.println("  kubectl --kubeconfig " + file + " -n argocd get applications");
      out.flush();
      new CountDownLatch(1).await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
