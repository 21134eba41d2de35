package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.git.GitUrls;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.cli.OutputFormat;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin app list}. */
@Command(name = "list", description = "Lists Applications.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "LABELS",
      defaultValue = "",
      description = "Those with these labels, as kubectl writes them.")
  private String selector;

  @Option(
      names = {"-p", "--project"},
      paramLabel = "NAME",
      description = "Those of this project; may be given several times.")
  private List<String> projects = List.of();

  @Option(
      names = {"-r", "--repo"},
      paramLabel = "URL",
      description = "Those with a source in this repository.")
  private String repository;

  @Option(
      names = {"-c", "--cluster"},
      paramLabel = "NAME|URL",
      description = "Those that deploy to this cluster.")
  private String cluster;

  @Option(
      names = {"-P", "--path"},
      paramLabel = "PATH",
      description = "Those with a source at this path.")
  private String path;

  @Override
  public void run() {
    LabelSelector labels = Chosen.labels("app list", selector);
    List<KubeObject> found =
        options.with(Apps::list).stream()
            .filter(object -> labels.matches(object.labels()))
            .filter(object -> fits(Apps.read(object)))
            .toList();
    print(found);
  }

  private boolean fits(Application app) {
    var spec = app.spec();
    return (projects.isEmpty() || projects.contains(spec.project()))
        && (cluster == null
            || cluster.equals(spec.destination().name())
            || cluster.equals(spec.destination().server()))
        && (path == null || spec.sources().stream().anyMatch(s -> s.path().equals(path)))
        && (repository == null
            || spec.sources().stream().anyMatch(s -> GitUrls.same(s.repoUrl(), repository)));
  }

  private void print(List<KubeObject> found) {
    PrintWriter out = spec.commandLine().getOut();
    switch (output) {
      case NAME -> found.forEach(object -> out.println(object.key()));
      case JSON -> out.print(Yaml.json(found.stream().map(KubeObject::content).toList()));
      case YAML -> out.print(Yaml.write(found.stream().map(KubeObject::content).toList()));
      case WIDE -> out.print(AppText.list(found.stream().map(Apps::read).toList()));
    }
    out.flush();
  }
}
