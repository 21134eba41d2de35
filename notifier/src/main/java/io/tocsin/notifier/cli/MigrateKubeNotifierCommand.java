package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.kubenotifier.KubeNotifier;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin migrate kube-notifier}. */
@Command(
    name = "kube-notifier",
    description = {
      "Prints the ConfigMap and the Secret that Argo Kube Notifier's Notifications become.",
      "Remarks stand above them, and on the standard error. Changes nothing and asks no cluster."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is taken over as it was",
      "1:notes: something works otherwise",
      "2:errors: something could not be taken over; or wrong usage"
    },
    footer = {
      "",
      "  tocsin migrate kube-notifier notification.yaml > notifications.yaml",
      "  kubectl get notifications.argoproj.io -A -o yaml | tocsin migrate kube-notifier -"
    })
final class MigrateKubeNotifierCommand implements Callable<Integer> {
  @Mixin private TranslationOptions options;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description = "Files with Notifications; other objects in them are passed over.")
  private List<String> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.print(KubeNotifier.translate(notifications(files)), spec);
  }

  /**
   * The Notifications of some files.
   *
   * @throws UsageException also where there is none
   */
  static List<KubeObject> notifications(List<String> files) {
    List<KubeObject> found;
    try {
      found =
          files.stream()
              .flatMap(file -> Manifests.read(file).stream())
              .flatMap(MigrateKubeNotifierCommand::items)
              .filter(KubeNotifier::isNotification)
              .toList();
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    }
    if (found.isEmpty()) {
      throw new UsageException("no Notification of argoproj.io in " + String.join(", ", files));
    }
    return found;
  }

  private static Stream<KubeObject> items(KubeObject object) {
    return object.kind().endsWith("List")
        ? object.list("items").stream().map(item -> new KubeObject(Yaml.asMapping(item)))
        : Stream.of(object);
  }
}
