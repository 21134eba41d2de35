package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Snapshot;
import io.tocsin.services.Destination;
import io.tocsin.services.Outcome;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin template notify}. */
@Command(
    name = "notify",
    description = "Generates a notification with a template and sends it to the recipients.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Send to a DingTalk robot with the configuration of the cluster:",
      "  tocsin template notify app-sync-change guestbook --recipient dingtalk",
      "Show the notification, reading files only:",
      "  tocsin template notify app-sync-change app.yaml --config-map cm.yaml --secret :empty"
    })
final class TemplateNotifyCommand implements Callable<Integer> {
  @Mixin private ConfigurationOptions options;

  @Option(
      names = "--recipient",
      paramLabel = "SERVICE[:RECIPIENT]",
      defaultValue = "console:stdout",
      description = "Whom to send to; may be given more than once. Default: ${DEFAULT-VALUE}.")
  private List<String> recipients;

  @Parameters(index = "0", paramLabel = "NAME", description = "The template.")
  private String template;

  @Parameters(
      index = "1",
      paramLabel = "RESOURCE",
      description = "An Application: a YAML file, or a name in the cluster.")
  private String object;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Setup setup =
        Setup.read(
            options,
            Wanted.template(template, recipients),
            spec.commandLine().getOut(),
            new DebugExchanges(err));
    Configuration configuration = setup.configuration();
    if (!configuration.templates().containsKey(template)) {
      throw new CommandException(
          setup.broken("template." + template, "template", template, Configuration::templates));
    }
    Looked looked = options.object(configuration, setup.all(), object);
    boolean sent = true;
    for (String recipient : recipients) {
      sent &= sent(setup, looked, configuration.destination(recipient), err);
    }
    err.flush();
    return sent ? 0 : 1;
  }

  private boolean sent(Setup setup, Looked looked, Destination destination, PrintWriter err) {
    if (!setup.configuration().services().containsKey(destination.service())) {
      err.println("tocsin: " + unknownService(setup, destination.service()));
      return false;
    }
    Delivery delivery =
        new Delivery(
            new Snapshot(looked.object()),
            "",
            looked.name(),
            "",
            "",
            List.of(template),
            destination,
            "",
            Clock.systemUTC().instant());
    return switch (setup.sender().send(delivery)) {
      case Outcome.Delivered delivered -> true;
      case Outcome.Retryable failed -> failed(err, destination, failed.reason());
      case Outcome.Rejected failed -> failed(err, destination, failed.reason());
    };
  }

  private static String unknownService(Setup setup, String service) {
    Configuration whole = setup.all().get();
    return whole.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .filter(problem -> problem.key().startsWith("service."))
        .filter(problem -> problem.key().endsWith("." + service))
        .findFirst()
        .map(Problem::toString)
        .orElseGet(() -> Setup.missing("service", service, whole.services().keySet()));
  }

  private static boolean failed(PrintWriter err, Destination destination, String reason) {
    err.println("tocsin: failed to notify '" + destination + "': " + reason);
    return false;
  }
}
