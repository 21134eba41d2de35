package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.explain.Explainer;
import io.tocsin.notifier.explain.Report;
import io.tocsin.notifier.explain.ReportText;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.FormerConditions;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.subscription.Subscribed;
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin explain}. */
@Command(
    name = "explain",
    description =
        "Says who is told about an Application or another object, what of, and why or why not.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "In the cluster, with what was told and what failed:",
      "  tocsin explain guestbook -n argocd",
      "On files, before anything is applied:",
      "  tocsin explain guestbook.yaml --config-map cm.yaml --secret :empty --trigger on-deployed"
    })
final class ExplainCommand implements Callable<Integer> {
  /** How it is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Mixin private ConfigurationOptions options;

  @Option(names = "--trigger", paramLabel = "NAME", description = "Only this trigger.")
  private String trigger;

  @Option(
      names = "--recipient",
      paramLabel = "SERVICE[:RECIPIENT]",
      description = "Only this recipient.")
  private String recipient;

  @Option(
      names = "--self-service-notification-enabled",
      description = "Also by the configuration of the Application's own namespace.")
  private boolean selfService;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "text",
      description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Parameters(
      paramLabel = "APP",
      description =
          "An Application, or what --resource says: a YAML file, or NAME or NAMESPACE/NAME in the"
              + " cluster.")
  private String named;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Setup setup = Setup.read(options, out, ExchangeListener.NONE);
    Looked looked = options.object(setup.configuration(), setup.all(), named);
    KubeObject object = looked.object();
    List<Scoped> configurations = new ArrayList<>();
    configurations.add(looked.by(new Scoped("", setup.configuration(), FormerConditions.NONE)));
    tenant(looked).ifPresent(configurations::add);
    Explainer explainer =
        new Explainer(
            configurations,
            setup.variables(),
            options.records(DeadLetter.CONFIG_MAP, DeadLetter::parse),
            options.records(Mute.CONFIG_MAP, Mute::parse),
            options.delays(object.key()),
            Clock.systemUTC().instant());
    Report report = explainer.explain(object, this::wanted);
    out.print(format == Format.JSON ? Yaml.json(ReportText.data(report)) : painted().text(report));
    out.flush();
    return 0;
  }

  private Optional<Scoped> tenant(Looked looked) {
    KubeObject object = looked.object();
    if (!selfService
        || looked.resource().isPresent()
        || object.namespace().equals(options.namespace())) {
      return Optional.empty();
    }
    return options
        .tenantSource(object.namespace())
        .map(
            source ->
                new Scoped(
                    object.namespace(),
                    Setup.reader(text -> {}, ExchangeListener.NONE).read(source),
                    FormerConditions.NONE));
  }

  private boolean wanted(Subscribed subscribed) {
    String to = subscribed.destination().toString();
    return (trigger == null || trigger.equals(subscribed.trigger()))
        && (recipient == null
            || recipient.equals(to)
            || recipient.equals(subscribed.destination().service()));
  }

  private ReportText painted() {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    return new ReportText(
        text -> paint(ansi, Style.fg_green, text),
        text -> paint(ansi, Style.fg_red, text),
        options.where());
  }

  private static String paint(Ansi ansi, Style style, String text) {
    return ansi.enabled() ? style.on() + text + style.off() : text;
  }
}
