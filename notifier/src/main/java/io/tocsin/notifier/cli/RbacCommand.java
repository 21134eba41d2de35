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
import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
  private static final int WRONG = 2;

  @Mixin private ConfigMapOptions options;

  @Option(
      names = "--service-account",
      paramLabel = "NAME",
      defaultValue = Permissions.ACCOUNT,
      description =
          "Whom to permit it, in the control plane's namespace. Default: ${DEFAULT-VALUE}.")
  private String account;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new UsageException(
          "--service-account: '%s' cannot be the name of a ServiceAccount".formatted(account));
    }
    PrintWriter out = spec.commandLine().getOut();
    Configuration configuration = configuration();
    String manifests =
        new Permissions(account, options.namespace()).manifests(configuration, this::served);
    out.print(
        manifests.isEmpty() ? "# no key resource.<name> has a further kind watched\n" : manifests);
    out.flush();
    List<Problem> wrong =
        configuration.problems().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .filter(problem -> problem.key().startsWith(RESOURCE))
            .toList();
    wrong.forEach(problem -> spec.commandLine().getErr().println("tocsin: " + said(problem)));
    return wrong.isEmpty() ? 0 : WRONG;
  }

  private static String said(Problem problem) {
    return problem.key() + " " + problem.sentence();
  }

  private Configuration configuration() {
    Wanted wanted = key -> !key.startsWith("service") && !key.startsWith("template");
    ConfigurationSource source =
        new ConfigurationSource("", wanted.of(Manifests.texts(options.read())), Map.of(), Map.of());
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
