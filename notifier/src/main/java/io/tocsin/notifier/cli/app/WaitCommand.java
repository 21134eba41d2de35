package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin app wait}. */
@Command(
    name = "wait",
    description = {
      "Waits until Applications are synced and healthy and no operation is under way,",
      "or for what the options say. Exit code 1 when that does not come in time."
    },
    mixinStandardHelpOptions = true)
final class WaitCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Mixin private Chosen chosen;

  @Option(names = "--sync", description = "Until it is synced.")
  private boolean sync;

  @Option(names = "--health", description = "Until it is healthy.")
  private boolean health;

  @Option(names = "--operation", description = "Until no operation is under way.")
  private boolean operation;

  @Option(names = "--suspended", description = "Until it is suspended.")
  private boolean suspended;

  @Option(names = "--degraded", description = "Until it is degraded.")
  private boolean degraded;

  @Option(names = "--delete", description = "Until it is gone.")
  private boolean delete;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "How long to wait; 0, the default, is for ever.")
  private long timeout;

  @Override
  public void run() {
    if (timeout < 0) {
      throw new UsageException("app wait: --timeout: must be 0 or more, not " + timeout);
    }
    Progress progress = Progress.to(spec.commandLine().getOut());
    for (ObjectKey key : options.with(chosen::keys)) {
      options.with(apps -> wait(apps, key, progress));
    }
  }

  private Optional<KubeObject> wait(Apps apps, ObjectKey key, Progress progress) {
    Optional<KubeObject> now = delete ? apps.find(key) : Optional.of(apps.get(key));
    return now.isEmpty()
        ? now
        : new Waiting(apps, key, timeout, what())
            .until(now.get().resourceVersion(), this::reached, progress);
  }

  private boolean reached(Optional<KubeObject> object) {
    return delete ? object.isEmpty() : object.filter(now -> reached(Apps.read(now))).isPresent();
  }

  private boolean reached(Application app) {
    boolean all = !sync && !health && !operation && !suspended && !degraded;
    String condition = app.status().health().status();
    boolean anyHealth = health || suspended || degraded;
    boolean healthy =
        ((health || all) && condition.equals("Healthy"))
            || (suspended && condition.equals("Suspended"))
            || (degraded && condition.equals("Degraded"));
    return (!(sync || all) || app.status().sync().status().equals("Synced"))
        && (!(anyHealth || all) || healthy)
        && (!(operation || all) || Operations.idle(app));
  }

  private String what() {
    List<String> wanted = new ArrayList<>();
    if (delete) {
      return "the deletion";
    }
    if (sync) {
      wanted.add("Synced");
    }
    if (health) {
      wanted.add("Healthy");
    }
    if (suspended) {
      wanted.add("Suspended");
    }
    if (degraded) {
      wanted.add("Degraded");
    }
    if (operation) {
      wanted.add("the end of the operation");
    }
    return wanted.isEmpty() ? "Synced and Healthy" : String.join(", ", wanted);
  }
}
