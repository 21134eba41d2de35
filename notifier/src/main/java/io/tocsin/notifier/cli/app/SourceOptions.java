package io.tocsin.notifier.cli.app;

import io.tocsin.notifier.cli.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** One source of an Application, by argocd's flags. */
final class SourceOptions {
  @Option(names = "--repo", paramLabel = "URL", description = "The repository.")
  private String repository;

  @Option(names = "--path", paramLabel = "PATH", description = "The folder in it.")
  private String path;

  @Option(names = "--revision", paramLabel = "REVISION", description = "Branch, tag or commit.")
  private String revision;

  @Option(names = "--helm-chart", paramLabel = "NAME", description = "A Helm repository's chart.")
  private String chart;

  @Option(names = "--ref", paramLabel = "NAME", description = "By which other sources name it.")
  private String ref;

  @Option(
      names = "--source-position",
      paramLabel = "N",
      description = "Which source, from 1 on, where there are several.")
  private Integer position;

  @Option(names = "--release-name", paramLabel = "NAME", description = "Of the Helm release.")
  private String release;

  @Option(names = "--values", paramLabel = "FILE", description = "A values file in the repository.")
  private List<String> valueFiles = List.of();

  @Option(
      names = "--values-literal-file",
      paramLabel = "FILE",
      description = "Values, read from a file here.")
  private Path values;

  @Option(
      names = {"-p", "--parameter", "--helm-set"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the chart.")
  private List<String> parameters = List.of();

  @Option(
      names = "--helm-set-string",
      paramLabel = "NAME=VALUE",
      description = "A parameter that is a string.")
  private List<String> strings = List.of();

  @Option(
      names = "--helm-skip-crds",
      arity = "0..1",
      fallbackValue = "true",
      description = "Leave the chart's definitions out.")
  private Boolean skipCrds;

  @Option(
      names = "--kustomize-image",
      paramLabel = "IMAGE",
      description = "name:tag or name=other:tag.")
  private List<String> images = List.of();

  @Option(names = "--nameprefix", paramLabel = "TEXT", description = "Of a kustomization.")
  private String prefix;

  @Option(names = "--namesuffix", paramLabel = "TEXT", description = "Of a kustomization.")
  private String suffix;

  @Option(
      names = "--directory-recurse",
      arity = "0..1",
      fallbackValue = "true",
      description = "Read folders within the folder.")
  private Boolean recurse;

  /** Writes what was given into the source that is meant. */
  void apply(Tree spec) {
    Tree source = source(spec);
    source.set(repository, "repoURL");
    source.set(path, "path");
    source.set(revision, "targetRevision");
    source.set(chart, "chart");
    source.set(ref, "ref");
    source.set(release, "helm", "releaseName");
    source.set(skipCrds, "helm", "skipCrds");
    if (!valueFiles.isEmpty()) {
      source.set(new ArrayList<Object>(valueFiles), "helm", "valueFiles");
    }
    if (values != null) {
      source.set(SpecOptions.file("--values-literal-file", values), "helm", "values");
      source.remove("helm", "valuesObject");
    }
    parameters.forEach(text -> parameter(source, text, false));
    strings.forEach(text -> parameter(source, text, true));
    images.forEach(image -> image(source, image));
    source.set(prefix, "kustomize", "namePrefix");
    source.set(suffix, "kustomize", "nameSuffix");
    source.set(recurse, "directory", "recurse");
  }

  private Tree source(Tree spec) {
    List<Object> several = spec.list("sources");
    if (several.isEmpty()) {
      if (position != null && position != 1) {
        throw new UsageException("app: --source-position: there is one source alone");
      }
      return spec.child("source");
    }
    if (position == null) {
      if (isGiven()) {
        throw new UsageException(
            "app: there are %d sources; --source-position says which one"
                .formatted(several.size()));
      }
      return new Tree();
    }
    if (position < 1 || position > several.size()) {
      throw new UsageException(
          "app: --source-position: must be from 1 to %d, not %d"
              .formatted(several.size(), position));
    }
    return spec.item(position - 1, "sources");
  }

  /** Not with a position. */
  private boolean isGiven() {
    Tree probe = new Tree();
    apply(probe);
    return !probe.child("source").isEmpty();
  }

  private static void parameter(Tree source, String text, boolean string) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException(
          "app: '%s' must be NAME=VALUE, such as image.tag=1.2".formatted(text));
    }
    String name = text.substring(0, equals);
    List<Object> all = new ArrayList<>(source.list("helm", "parameters"));
    all.removeIf(each -> each instanceof Map<?, ?> map && name.equals(map.get("name")));
    Tree parameter = new Tree();
    parameter.set(name, "name");
    parameter.set(text.substring(equals + 1), "value");
    parameter.set(string ? true : null, "forceString");
    all.add(parameter.content());
    source.set(all, "helm", "parameters");
  }

  private static void image(Tree source, String image) {
    String name = image.split("[=:@]", 2)[0];
    List<Object> all = new ArrayList<>(source.list("kustomize", "images"));
    all.removeIf(each -> String.valueOf(each).split("[=:@]", 2)[0].equals(name));
    all.add(image);
    source.set(all, "kustomize", "images");
  }
}
