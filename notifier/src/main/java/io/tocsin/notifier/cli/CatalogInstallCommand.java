package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.catalog.Catalog;
import io.tocsin.notifier.catalog.ConfigMapText;
import io.tocsin.notifier.catalog.Installation;
import io.tocsin.notifier.catalog.Installation.Action;
import io.tocsin.notifier.catalog.LiveConfigMap;
import io.tocsin.notifier.cluster.ControllerOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin catalog install}. */
@Command(
    name = "install",
    description = {
      "Adds triggers and templates of the catalog to the live "
          + ControllerOptions.CONFIG_MAP
          + ".",
      "Keys that are there and say something else are left as they are."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all that was asked for is there now",
      "1:a key differs and was left as it is, or the cluster refused",
      "2:wrong usage"
    },
    footer = {
      "",
      "  tocsin catalog install --dry-run",
      "  tocsin catalog install on-deployed on-sync-failed --services slack -n argocd"
    })
final class CatalogInstallCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster;
  @Mixin private CatalogOptions options;

  @Option(names = "--dry-run", description = "Say what would be done, print it, and write nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Replace keys that differ.")
  private boolean force;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Triggers or templates; all without it.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ObjectKey key = new ObjectKey(cluster.namespace(), ControllerOptions.CONFIG_MAP);
    return cluster.work(client -> install(client, key));
  }

  private int install(KubernetesClient client, ObjectKey key) {
    ClusterOptions.unknown(client, key.namespace())
        .ifPresent(
            sentence -> {
              throw new CommandException(sentence);
            });
    LiveConfigMap configMap = new LiveConfigMap(client, key);
    Map<String, String> before = configMap.read();
    Catalog catalog = options.catalog(names, before);
    Installation plan =
        dryRun
            ? Installation.of(catalog, before, force)
            : configMap.apply(live -> Installation.of(catalog, live, force));
    report(plan, key, before);
    return plan.count(Action.KEEP) > 0 ? 1 : 0;
  }

  private void report(Installation plan, ObjectKey key, Map<String, String> live) {
    PrintWriter out = spec.commandLine().getOut();
    plan.steps().forEach(step -> out.println(step.key() + ": " + step.action()));
    out.printf(
        "ConfigMap %s: %s%d added, %d extended, %d replaced, %d the same, %d left as they are%n",
        key,
        dryRun ? "nothing was written; it would be " : "",
        plan.count(Action.ADD),
        plan.count(Action.EXTEND),
        plan.count(Action.REPLACE),
        plan.count(Action.SAME),
        plan.count(Action.KEEP));
    if (!live.getOrDefault("context", "").contains("argocdUrl")) {
      out.println("its key context has no argocdUrl: messages will have no links");
    }
    if (dryRun && !plan.changes().isEmpty()) {
      out.print("---\n" + ConfigMapText.of(plan.changes()));
    }
    out.flush();
  }
}
