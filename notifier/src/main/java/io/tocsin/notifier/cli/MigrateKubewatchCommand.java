package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.kubewatch.Kubewatch;
import io.tocsin.notifier.translate.kubewatch.Options;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin migrate kubewatch}. */
@Command(
    name = "kubewatch",
    description = {
      "Prints kubewatch's configuration as a ConfigMap and a Secret of Tocsin's.",
      "Reads .kubewatch.yaml, the ConfigMap that holds it, or values of kubewatch's Helm chart."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all was taken over",
      "1:notes: something was left out, or works otherwise",
      "2:errors: something will not work; or nothing could be read, or wrong usage"
    },
    footer = {
      "",
      "  tocsin migrate kubewatch ~/.kubewatch.yaml -n argocd | kubectl apply -f -",
      "  kubectl get configmap kubewatch -o yaml | tocsin migrate kubewatch -"
    })
final class MigrateKubewatchCommand implements Callable<Integer> {
  @Mixin private TranslationOptions printing;

  @Option(
      names = "--advanced-filters",
      description =
          "Tell of pods, jobs and events what kubewatch does where its environment says"
              + " ADVANCED_FILTERS=true; it does so for cloudevent alone.")
  private boolean advancedFilters;

  @Option(
      names = "--old-texts",
      description =
          "Word messages as kubewatch did until 2021, and tell of crashing pods and of nodes that"
              + " become ready or not.")
  private boolean oldTexts;

  @Parameters(paramLabel = "FILE|-", description = "The file, or standard input.")
  private String file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Options options = new Options(advancedFilters, oldTexts);
    Translation translation = Kubewatch.translate(documents(), options);
    return printing.print(translation, spec);
  }

  private List<Map<String, Object>> documents() {
    try {
      String text = Manifests.text(file);
      return Yaml.documents(text).stream().map(Yaml::asMapping).toList();
    } catch (ConfigurationException e) {
      String sentence = e.getMessage();
      throw new UsageException(
          sentence.startsWith("file ") ? sentence : "file " + file + " " + sentence);
    }
  }
}
