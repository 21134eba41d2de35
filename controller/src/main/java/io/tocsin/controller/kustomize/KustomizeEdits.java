package io.tocsin.controller.kustomize;

import io.tocsin.controller.application.KustomizeOptions;
import io.tocsin.controller.application.KustomizeOptions.Patch;
import io.tocsin.controller.application.KustomizeOptions.Replica;
import io.tocsin.controller.application.KustomizeOptions.Selector;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an application's options change in its kustomization, as {@code kustomize edit} changes it.
 *
 * @param substitute fills in the build environment
 */
record KustomizeEdits(
    FileTree tree, String folder, KustomizeOptions options, UnaryOperator<String> substitute) {
  Map<String, Object> apply(Map<String, Object> kustomization) {
    Map<String, Object> edited = Copies.of(kustomization);
    put(edited, "namePrefix", options.namePrefix());
    put(edited, "nameSuffix", options.nameSuffix());
    put(edited, "namespace", options.namespace());
    if (!options.images().isEmpty()) {
      List<String> images = options.images().stream().map(substitute).toList();
      edited.put("images", ImageEdits.merge(fields(edited), images));
    }
    replicas(edited);
    labels(edited);
    annotations(edited);
    patches(edited);
    components(edited);
    return edited;
  }

  private Fields fields(Map<String, Object> kustomization) {
    return new Fields("spec.source.kustomize", kustomization);
  }

  private static void put(Map<String, Object> edited, String field, String value) {
    if (!value.isEmpty()) {
      edited.put(field, value);
    }
  }

  private void replicas(Map<String, Object> edited) {
    if (options.replicas().isEmpty()) {
      return;
    }
    Map<String, Object> byName = new LinkedHashMap<>();
    fields(edited).objects("replicas").forEach(old -> byName.put(old.text("name"), old.values()));
    for (Replica replica : options.replicas()) {
      if (!replica.count().matches("[0-9]{1,9}")) {
        throw new SourceException(
            "spec.source.kustomize: the replicas of %s must be a number, not \"%s\""
                .formatted(replica.name(), replica.count()));
      }
      byName.put(
          replica.name(), Map.of("name", replica.name(), "count", Long.parseLong(replica.count())));
    }
    edited.put("replicas", new ArrayList<>(byName.values()));
  }

  private void labels(Map<String, Object> edited) {
    if (options.commonLabels().isEmpty()) {
      return;
    }
    Map<String, Object> pairs = new TreeMap<>();
    options.commonLabels().forEach((name, value) -> pairs.put(name, substitute.apply(value)));
    boolean plain = options.labelWithoutSelector();
    if (!plain) {
      join(edited, "commonLabels", pairs, options.forceCommonLabels());
      return;
    }
    List<Object> labels = new ArrayList<>();
    fields(edited).objects("labels").forEach(old -> labels.add(old.values()));
    Map<String, Object> label = new LinkedHashMap<>();
    label.put("pairs", pairs);
    label.put("includeTemplates", options.labelIncludeTemplates());
    labels.add(label);
    edited.put("labels", labels);
  }

  private void annotations(Map<String, Object> edited) {
    Map<String, Object> pairs = new TreeMap<>();
    options
        .commonAnnotations()
        .forEach(
            (name, value) ->
                pairs.put(
                    name, options.commonAnnotationsEnvsubst() ? substitute.apply(value) : value));
    join(edited, "commonAnnotations", pairs, options.forceCommonAnnotations());
  }

  private void join(
      Map<String, Object> edited, String field, Map<String, Object> pairs, boolean force) {
    if (pairs.isEmpty()) {
      return;
    }
    Map<String, Object> joined = new LinkedHashMap<>(fields(edited).object(field).values());
    pairs.forEach(
        (name, value) -> {
          if (joined.put(name, value) != null && !force) {
            throw new SourceException(
                "spec.source.kustomize: %s \"%s\" is in the kustomization already, and %s is not set"
                    .formatted(
                        field,
                        name,
                        field.equals("commonLabels")
                            ? "forceCommonLabels"
                            : "forceCommonAnnotations"));
          }
        });
    edited.put(field, joined);
  }

  private void patches(Map<String, Object> edited) {
    if (options.patches().isEmpty()) {
      return;
    }
    List<Object> patches = new ArrayList<>();
    fields(edited).objects("patches").forEach(old -> patches.add(old.values()));
    options.patches().forEach(patch -> patches.add(patch(patch)));
    edited.put("patches", patches);
  }

  private static Map<String, Object> patch(Patch patch) {
    Map<String, Object> content = new LinkedHashMap<>();
    put(content, "path", patch.path());
    put(content, "patch", patch.patch());
    patch.target().ifPresent(target -> content.put("target", target(target)));
    if (!patch.options().isEmpty()) {
      content.put("options", new LinkedHashMap<>(patch.options()));
    }
    return content;
  }

  private static Map<String, Object> target(Selector selector) {
    Map<String, Object> target = new LinkedHashMap<>();
    put(target, "group", selector.group());
    put(target, "version", selector.version());
    put(target, "kind", selector.kind());
    put(target, "name", selector.name());
    put(target, "namespace", selector.namespace());
    put(target, "labelSelector", selector.labelSelector());
    put(target, "annotationSelector", selector.annotationSelector());
    return target;
  }

  private void components(Map<String, Object> edited) {
    List<String> wanted =
        options.components().stream()
            .filter(
                component ->
                    !options.ignoreMissingComponents()
                        || tree.isFolder(TreePath.resolve(folder, component)))
            .toList();
    if (!wanted.isEmpty()) {
      List<Object> components = new ArrayList<>(fields(edited).texts("components"));
      wanted.stream().filter(one -> !components.contains(one)).forEach(components::add);
      edited.put("components", components);
    }
  }
}
