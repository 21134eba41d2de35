package io.tocsin.notifier.cli.app;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.CommandException;
import io.tocsin.notifier.cli.UsageException;
import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin app delete}. */
@Command(
    name = "delete",
    description = "Deletes Applications and, unless --cascade=false, what they deployed.",
    mixinStandardHelpOptions = true)
final class DeleteCommand implements Runnable {
  static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Mixin private Chosen chosen;

  @Option(
      names = "--cascade",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Delete what was deployed too. Default: ${DEFAULT-VALUE}.")
  private boolean cascade;

  @Option(
      names = {"-p", "--propagation-policy"},
      paramLabel = "foreground|background",
      defaultValue = "foreground",
      description = "How what was deployed is deleted. Default: ${DEFAULT-VALUE}.")
  private String policy;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Option(names = "--wait", description = "Until they are gone.")
  private boolean wait;

  @Override
  public void run() {
    if (!List.of("foreground", "background").contains(policy)) {
      throw new UsageException(
          "app delete: --propagation-policy: must be foreground or background, not " + policy);
    }
    options.with(chosen::keys).forEach(key -> options.with(apps -> delete(apps, key)));
  }

  private ObjectKey delete(Apps apps, ObjectKey key) {
    apps.get(key);
    confirm(key);
    apps.change(key, now -> Map.of("metadata", Map.of("finalizers", finalizers(now))));
    apps.delete(key);
    PrintWriter out = spec.commandLine().getOut();
    if (wait) {
      var _ =
          new Waiting(apps, key, 0, "the deletion")
              .until("", now -> now.isEmpty(), Progress.to(out));
      out.println("application " + key + " deleted");
    } else {
      out.println("application " + key + " is being deleted");
    }
    out.flush();
    return key;
  }

  private void confirm(ObjectKey key) {
    Optional<Console> terminal = Progress.terminal();
    if (!yes && cascade && terminal.isPresent()) {
      String answer =
          terminal.get().readLine("Delete Application %s and all that it deployed? [y/n] ", key);
      if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
        throw new CommandException(
            "Application %s was not deleted; --cascade=false leaves what it deployed"
                .formatted(key));
      }
    }
  }

  /** Those of others are kept. */
  private List<String> finalizers(KubeObject now) {
    List<String> kept = new ArrayList<>();
    now.list("metadata", "finalizers").stream()
        .map(String::valueOf)
        .filter(each -> !each.startsWith(FINALIZER))
        .forEach(kept::add);
    if (cascade) {
      kept.add(policy.equals("background") ? FINALIZER + "/background" : FINALIZER);
    }
    return kept;
  }
}
