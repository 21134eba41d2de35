package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Deployment;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncPolicy;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cli.CommandException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app rollback}. */
@Command(
    name = "rollback",
    description = {
      "Syncs an Application to what it was synced to before, and waits for the end of it.",
      "Without an ID, to what was before the last."
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(index = "0", paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "As `app history` shows it.")
  private Long id;

  @Option(names = "--prune", description = "Delete what was not there then.")
  private boolean prune;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "How long to wait; 0, the default, is for ever.")
  private long timeout;

  @Override
  public void run() {
    Application ended =
        options.with(
            apps -> {
              Operations operations = new Operations(apps);
              KubeObject asked = operations.ask(apps.key(name), this::operation);
              return operations.await(asked, timeout, Progress.to(spec.commandLine().getOut()));
            });
    PrintWriter out = spec.commandLine().getOut();
    out.print(AppText.details(ended));
    ended.status().operationState().ifPresent(state -> out.print(AppText.operation(state)));
    out.print(AppText.resources(ended));
    out.flush();
    Operations.check(ended);
  }

  private Map<String, Object> operation(Application app) {
    boolean automated =
        app.spec().syncPolicy().automated().filter(SyncPolicy.Automated::enabled).isPresent();
    if (automated) {
      throw new CommandException(
          ("Application %s is synced automatically, which would undo a rollback;"
                  + " `tocsin app set %s --sync-policy none` first")
              .formatted(app.object().key(), app.object().key()));
    }
    Deployment target = target(app);
    Map<String, Object> sync = new LinkedHashMap<>();
    if (target.multiSource()) {
      sync.put("revisions", target.revisions());
      sync.put("sources", target.sources().stream().map(Source::content).toList());
    } else {
      sync.put("revision", target.revision());
      target.sources().forEach(source -> sync.put("source", source.content()));
    }
    if (prune) {
      sync.put("prune", true);
    }
    sync.put("syncStrategy", Map.of("apply", Map.of()));
    List<?> flags = app.object().list("spec", "syncPolicy", "syncOptions");
    if (!flags.isEmpty()) {
      sync.put("syncOptions", flags);
    }
    return Operations.of(sync);
  }

  private Deployment target(Application app) {
    List<Deployment> history = app.status().history();
    if (id == null && history.size() < 2) {
      throw new CommandException(
          "Application %s was synced once at most: there is nothing to go back to; `tocsin app sync %s --revision …` syncs to any revision"
              .formatted(app.object().key(), app.object().key()));
    }
    return id == null
        ? history.get(history.size() - 2)
        : history.stream()
            .filter(deployment -> deployment.id() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandException(
                        "Application %s has no deployment %d; `tocsin app history %s` shows those there are"
                            .formatted(app.object().key(), id, app.object().key())));
  }
}
