package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.OutputFormat;
import io.tocsin.notifier.cli.UsageException;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin app sync}. */
@Command(
    name = "sync",
    description = {
      "Syncs Applications with their sources, and waits for the end of it.",
      "Exit code 1 when a sync fails or does not end in time."
    },
    mixinStandardHelpOptions = true)
final class SyncCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Mixin private Chosen chosen;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "In place of names: all of this project; may be given several times.")
  private List<String> projects = List.of();

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "Sync to this revision instead of the one that the Application says.")
  private String revision;

  @Option(names = "--prune", description = "Delete what the sources no longer have.")
  private boolean prune;

  @Option(names = "--dry-run", description = "Change nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Delete and create what cannot be changed.")
  private boolean force;

  @Option(names = "--strategy", paramLabel = "apply|hook", description = "apply leaves hooks out.")
  private String strategy;

  @Option(
      names = "--resource",
      paramLabel = "GROUP:KIND:[NAMESPACE/]NAME",
      description = "Only this one; may be given several times.")
  private List<String> resources = List.of();

  @Option(names = "--replace", description = "Replace instead of apply.")
  private boolean replace;

  @Option(names = "--server-side", description = "Apply on the server's side.")
  private boolean serverSide;

  @Option(names = "--apply-out-of-sync-only", description = "Only what is out of sync.")
  private boolean outOfSyncOnly;

  @Mixin private RetryOptions retry;

  @Option(names = "--async", description = "Do not wait for the end.")
  private boolean async;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "How long to wait; 0, the default, is for ever.")
  private long timeout;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Override
  public void run() {
    if (strategy != null && !List.of("apply", "hook").contains(strategy)) {
      throw new UsageException("app sync: --strategy: must be apply or hook, not " + strategy);
    }
    options.with(this::keys).forEach(key -> options.with(apps -> sync(apps, key)));
  }

  private List<ObjectKey> keys(Apps apps) {
    return chosen.keys(
        apps,
        !projects.isEmpty(),
        app -> projects.isEmpty() || projects.contains(app.spec().project()));
  }

  private Application sync(Apps apps, ObjectKey key) {
    Operations operations = new Operations(apps);
    KubeObject asked = operations.ask(key, this::operation);
    PrintWriter out = spec.commandLine().getOut();
    if (async) {
      print(Apps.read(asked), out);
      return Apps.read(asked);
    }
    Application ended = operations.await(asked, timeout, Progress.to(out));
    print(ended, out);
    Operations.check(ended);
    return ended;
  }

  private void print(Application app, PrintWriter out) {
    switch (output) {
      case NAME -> out.println(app.object().key());
      case JSON -> out.print(Yaml.json(app.object().content()));
      case YAML -> out.print(Yaml.write(app.object().content()));
      case WIDE -> {
        out.print(AppText.details(app));
        app.status().operationState().ifPresent(state -> out.print(AppText.operation(state)));
        out.print(AppText.resources(app));
      }
    }
    out.flush();
  }

  private Map<String, Object> operation(Application app) {
    Map<String, Object> sync = new LinkedHashMap<>();
    if (revision != null) {
      if (app.spec().multiSource()) {
        throw new UsageException(
            "app sync: --revision: Application %s has several sources; `tocsin app set` says theirs"
                .formatted(app.object().key()));
      }
      sync.put("revision", revision);
    }
    if (prune) {
      sync.put("prune", true);
    }
    if (dryRun) {
      sync.put("dryRun", true);
    }
    sync.put(
        "syncStrategy",
        Map.of(strategy == null ? "hook" : strategy, force ? Map.of("force", true) : Map.of()));
    if (!resources.isEmpty()) {
      sync.put("resources", resources.stream().map(SyncCommand::resource).toList());
    }
    List<String> flags = syncOptions(app);
    if (!flags.isEmpty()) {
      sync.put("syncOptions", flags);
    }
    Map<String, Object> operation = Operations.of(sync);
    retry.written().ifPresent(written -> operation.put("retry", written));
    return operation;
  }

  /** The Application's, with those asked for. */
  private List<String> syncOptions(Application app) {
    List<String> all = new ArrayList<>();
    app.object()
        .list("spec", "syncPolicy", "syncOptions")
        .forEach(option -> all.add(String.valueOf(option)));
    if (replace) {
      all.add("Replace=true");
    }
    if (serverSide) {
      all.add("ServerSideApply=true");
    }
    if (outOfSyncOnly) {
      all.add("ApplyOutOfSyncOnly=true");
    }
    return all;
  }

  private static Map<String, Object> resource(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
      throw new UsageException(
          "app sync: --resource: '%s': write it as apps:Deployment:shop or :Service:ns/shop"
              .formatted(text));
    }
    int slash = parts[2].indexOf('/');
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("group", parts[0]);
    resource.put("kind", parts[1]);
    if (slash >= 0) {
      resource.put("namespace", parts[2].substring(0, slash));
    }
    resource.put("name", parts[2].substring(slash + 1));
    return resource;
  }
}
