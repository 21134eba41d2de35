package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.compare.ReadableDiff;
import io.tocsin.controller.compare.ResourceComparison;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.reconcile.ApplicationDiff;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.notifier.cli.CommandException;
import io.tocsin.notifier.cli.UsageException;
import io.tocsin.notifier.repository.TemporaryFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app diff}. */
@Command(
    name = "diff",
    description = {
      "Shows what a sync would change: the live objects against those of the sources.",
      "What Secrets hold is masked. Exit code 0 without a difference, 1 with one, 2 when",
      "it cannot be told."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "Of the source, in place of what the Application says.")
  private String revision;

  @Option(
      names = "--revisions",
      paramLabel = "REVISION",
      description = "Of one of several sources; with --source-positions or --source-names.")
  private List<String> revisions = List.of();

  @Option(
      names = "--source-positions",
      paramLabel = "N",
      split = ",",
      description = "Which of the sources each of --revisions is of, counted from 1.")
  private List<Integer> positions = List.of();

  @Option(
      names = "--source-names",
      paramLabel = "NAME",
      split = ",",
      description = "Which of the sources each of --revisions is of.")
  private List<String> names = List.of();

  @Option(names = "--refresh", description = "Have the Application compared anew as well.")
  private boolean refresh;

  @Option(names = "--hard-refresh", description = "The same, rendering anew as well.")
  private boolean hardRefresh;

  @Option(
      names = "--exit-code",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Whether a difference shows in the exit code. Default: ${DEFAULT-VALUE}.")
  private boolean exitCode;

  @Option(
      names = "--diff-exit-code",
      paramLabel = "N",
      defaultValue = "1",
      description = "The exit code of a difference. Default: ${DEFAULT-VALUE}.")
  private int diffExitCode;

  @Option(
      names = "--local-repositories",
      paramLabel = "FOLDER",
      description = "Under which file:// repositories may be; none without it.")
  private List<Path> local = List.of();

  @Override
  public Integer call() {
    try {
      boolean differs = options.with(this::print);
      return differs && exitCode ? diffExitCode : 0;
    } catch (CommandException e) {
      spec.commandLine().getErr().println("tocsin: " + e.getMessage());
      return FAILED;
    }
  }

  private boolean print(Apps apps) {
    KubeObject object =
        refresh || hardRefresh
            ? Refreshing.of(apps, apps.key(name), hardRefresh)
            : apps.get(apps.key(name));
    List<String> chosen = revisions(Apps.read(object));
    List<ResourceComparison> differing = compare(apps, object, chosen);
    PrintWriter out = spec.commandLine().getOut();
    for (ResourceComparison each : differing) {
      ResourceKey key = each.key();
      out.printf(
          "%n===== %s/%s %s/%s ======%n", key.group(), key.kind(), key.namespace(), key.name());
      out.print(ReadableDiff.of(each));
    }
    out.flush();
    return !differing.isEmpty();
  }

  private List<ResourceComparison> compare(Apps apps, KubeObject object, List<String> chosen) {
    try (TemporaryFolder folder = TemporaryFolder.create("tocsin-diff-");
        ApplicationDiff diff =
            new ApplicationDiff(
                apps.client(),
                options.controlPlane(),
                GitSettings.in(folder.path()).withLocalRoots(local.toArray(Path[]::new)),
                Clock.systemUTC())) {
      return diff.of(object, chosen);
    } catch (InvalidSpecException | SourceException | ClusterException e) {
      throw new CommandException(
          "Application %s cannot be compared: %s".formatted(object.key(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("the comparison was interrupted");
    }
  }

  /** One for each source; empty ones where it says its own. */
  private List<String> revisions(Application app) {
    List<Source> sources = app.spec().sources();
    if (revision != null && sources.size() > 1) {
      throw new UsageException(
          "app diff: --revision: Application %s has several sources; say --revisions and"
                  .formatted(app.object().key())
              + " --source-positions");
    }
    if (revision != null) {
      return List.of(revision);
    }
    List<Integer> chosen = names.isEmpty() ? positions : named(sources);
    if (chosen.size() != revisions.size()) {
      throw new UsageException(
          "app diff: --revisions: must be as many as --source-positions or --source-names");
    }
    List<String> all = new ArrayList<>(Collections.nCopies(sources.size(), ""));
    for (int i = 0; i < chosen.size(); i++) {
      int position = chosen.get(i);
      if (position < 1 || position > sources.size()) {
        throw new UsageException(
            "app diff: --source-positions: must be from 1 to %d, not %d"
                .formatted(sources.size(), position));
      }
      all.set(position - 1, revisions.get(i));
    }
    return all;
  }

  private List<Integer> named(List<Source> sources) {
    List<String> known = sources.stream().map(Source::name).toList();
    return names.stream()
        .map(
            each -> {
              if (!known.contains(each)) {
                throw new UsageException(
                    "app diff: --source-names: there is no source named '%s'".formatted(each));
              }
              return known.indexOf(each) + 1;
            })
        .toList();
  }
}
