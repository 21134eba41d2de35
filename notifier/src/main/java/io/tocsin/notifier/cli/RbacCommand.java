package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.rbac.Permissions;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.kubenotifier.KubeNotifier;
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin rbac}. */
@Command(
    name = "rbac",
    description = {
      "Prints the least permissions by which the controller can watch the kinds that the keys"
          + " resource.<name> name.",
      "Asks a cluster only for kinds that are none of Kubernetes itself; without one their plurals"
          + " are guessed, which a comment says."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the configuration cannot be read",
      "2:a key resource.<name> is wrong, which is left out; or wrong usage"
    },
    footer = {"", "  tocsin rbac --config-map argocd-notifications-cm.yaml | kubectl apply -f -"})
final class RbacCommand implements Callable<Integer> {
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
  private static final String RESOURCE = "resource.";
  private static final String NO_FILE = ":none";
  private static final int WRONG = 2;

  @Mixin private ConfigMapOptions options;

  @Option(
      names = "--service-account",
      paramLabel = "NAME",
      defaultValue = Permissions.ACCOUNT,
      description =
          "Whom to permit it, in the control plane's namespace. Default: ${DEFAULT-VALUE}.")
  private String account;

  @Option(
      names = "--kube-notifier",
      arity = "0..1",
      paramLabel = "FILE|-",
      fallbackValue = NO_FILE,
      description =
          "Permit reading Argo Kube Notifier's Notifications in the control plane's namespace as"
              + " well; with a file of Notifications, also the kinds and Secrets that these name."
              + " May be given several times.")
  private List<String> notifications = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new UsageException(
          "--service-account: '%s' cannot be the name of a ServiceAccount".formatted(account));
    }
    List<Translation> translations = translations();
    List<Configuration> configurations = new ArrayList<>();
    configurations.add(read(Manifests.texts(options.read())));
    translations.forEach(translation -> configurations.add(read(translation.data())));
    print(configurations, translations);
    List<String> wrong = wrong(configurations, translations);
    wrong.forEach(sentence -> spec.commandLine().getErr().println("tocsin: " + sentence));
    return wrong.isEmpty() ? 0 : WRONG;
  }

  private void print(List<Configuration> configurations, List<Translation> translations) {
    Permissions permissions = new Permissions(account, options.namespace());
    String watching = permissions.manifests(configurations, this::served);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        watching.isEmpty() ? "# no key resource.<name> has a further kind watched\n" : watching);
    if (!notifications.isEmpty()) {
      out.print("---\n" + permissions.notifications(translations));
    }
    out.flush();
  }

  private List<Translation> translations() {
    List<String> files = notifications.stream().filter(file -> !file.equals(NO_FILE)).toList();
    return files.isEmpty()
        ? List.of()
        : List.of(KubeNotifier.translate(MigrateKubeNotifierCommand.notifications(files)));
  }

  private static List<String> wrong(
      List<Configuration> configurations, List<Translation> translations) {
    Stream<String> keys =
        configurations.stream()
            .flatMap(configuration -> configuration.problems().stream())
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .filter(problem -> problem.key().startsWith(RESOURCE))
            .map(problem -> problem.key() + " " + problem.sentence());
    Stream<String> notes =
        translations.stream()
            .flatMap(translation -> translation.notes().stream())
            .filter(Translation.Note::wrong)
            .map(Translation.Note::toString);
    return Stream.concat(keys, notes).toList();
  }

  private static Configuration read(Map<String, String> data) {
    Wanted wanted = key -> !key.startsWith("service") && !key.startsWith("template");
    ConfigurationSource source = new ConfigurationSource("", wanted.of(data), Map.of(), Map.of());
    return Setup.reader(_ -> {}, ExchangeListener.NONE).read(source);
  }

  /** A guess is better than no answer. */
  private Optional<ResourceKind> served(WatchedResource resource) {
    try (KubernetesClient client = options.cluster().client()) {
      return new KubernetesCluster(client)
          .discovery()
          .find(resource.group(), resource.version(), resource.type());
    } catch (ClusterException _) {
      return Optional.empty();
    }
  }
}
