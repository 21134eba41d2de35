package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.cli.CommandException;
import io.tocsin.notifier.cli.UsageException;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The Applications that a command is about: by their names, or by what they have in common. */
final class Chosen {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "APP", description = "Names, or namespace/name.")
  private List<String> names = List.of();

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "LABELS",
      description = "In place of names: all with these labels, as kubectl writes them.")
  private String selector;

  /** Without any but names and labels to choose by. */
  List<ObjectKey> keys(Apps apps) {
    return keys(apps, false, app -> true);
  }

  /**
   * Where they are.
   *
   * @param others whether something else is asked for than names and labels
   * @param wanted what else is asked for
   */
  List<ObjectKey> keys(Apps apps, boolean others, Predicate<Application> wanted) {
    if (selector == null && !others) {
      if (names.isEmpty()) {
        throw new UsageException(command() + ": name an Application, or choose by --selector");
      }
      return names.stream().map(apps::key).toList();
    }
    if (!names.isEmpty()) {
      throw new UsageException(command() + ": --selector: say either it or names");
    }
    LabelSelector labels = labels(command(), selector == null ? "" : selector);
    List<ObjectKey> found =
        apps.list().stream()
            .filter(object -> labels.matches(object.labels()))
            .filter(object -> wanted.test(Apps.read(object)))
            .map(KubeObject::key)
            .toList();
    if (found.isEmpty()) {
      throw new CommandException(
          "no Application of namespace %s is meant; `tocsin app list -n %s` shows those there are"
              .formatted(apps.namespace(), apps.namespace()));
    }
    return found;
  }

  private String command() {
    return "app " + spec.name();
  }

  /** Reads a selector; what is wrong with it is said of the command's option. */
  static LabelSelector labels(String command, String selector) {
    try {
      return LabelSelector.parse(selector);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s: --selector: '%s': %s; write it as team=shop,tier in (web)"
              .formatted(command, selector, e.getMessage()));
    }
  }
}
