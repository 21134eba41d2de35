package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.ResourceResult;
import io.tocsin.controller.application.ResourceState;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncResult;
import io.tocsin.controller.compare.Scopes;
import io.tocsin.controller.compare.TargetObjects;
import io.tocsin.controller.git.GitRepositories;
import io.tocsin.controller.helm.registry.RemoteCharts;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.source.RenderRequest;
import io.tocsin.controller.source.Rendered;
import io.tocsin.controller.source.SourceRenderer;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders the sources of Applications. Blocks; thread-safe. */
final class Manifests {
  private final SourceRenderer renderer;
  private final GitRepositories repositories;
  private final RemoteCharts charts;

  Manifests(Sources sources) {
    this.renderer = sources.renderer();
    this.repositories = sources.repositories();
    this.charts = sources.remote();
  }

  /** Asks repositories anew for their branches, tags and versions when something is wanted next. */
  void forget(List<Source> sources) {
    for (Source source : sources) {
      repositories.forget(source.repoUrl());
      charts.forgetVersions(source.repoUrl());
    }
  }

  /** The same; and fetches charts, and renders anew, though nothing should have changed. */
  void forgetAll(String instance, List<Source> sources) {
    forget(sources);
    sources.forEach(source -> charts.forgetArchives(source.repoUrl()));
    renderer.forget(instance);
  }

  /**
   * Renders.
   *
   * @param revisions in place of what the sources say; empty for none, each may be empty
   * @param before what it was, which is returned when nothing has changed; may be null
   * @throws SourceException in a sentence
   */
  Rendering render(
      Subject subject, List<Source> sources, List<String> revisions, Rendering before) {
    Map<String, String> refs = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      if (!sources.get(i).ref().isEmpty() && !revision(revisions, i).isEmpty()) {
        refs.put(sources.get(i).ref(), revision(revisions, i));
      }
    }
    List<Rendered> rendered = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      rendered.add(renderer.render(request(subject, sources, i, revision(revisions, i), refs)));
    }
    return before != null && before.isOf(rendered, subject) ? before : rendering(subject, rendered);
  }

  /** What was given by hand in place of sources; it has no revision. */
  Rendering given(Subject subject, List<String> manifests) {
    List<KubeObject> objects = new ArrayList<>();
    for (String manifest : manifests) {
      for (Object document : Documents.yaml("operation.sync.manifests", manifest)) {
        objects.add(
            new KubeObject(
                Documents.asMapping(document)
                    .orElseThrow(
                        () -> new SourceException("operation.sync.manifests holds no mapping"))));
      }
    }
    return rendering(subject, List.of(new Rendered(objects, "", "")));
  }

  private static String revision(List<String> revisions, int index) {
    return index < revisions.size() ? revisions.get(index) : "";
  }

  private static RenderRequest request(
      Subject subject, List<Source> sources, int index, String revision, Map<String, String> refs) {
    ClusterConnection.Facts facts = subject.cluster().facts();
    return new RenderRequest(
        subject.instance(),
        subject.namespace(),
        subject.application().spec().project(),
        sources.get(index),
        sources,
        Optional.of(revision).filter(each -> !each.isEmpty()),
        refs,
        facts.kubeVersion(),
        facts.apiVersions());
  }

  private static Rendering rendering(Subject subject, List<Rendered> rendered) {
    List<KubeObject> manifests = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    Settings settings = subject.settings();
    for (Rendered source : rendered) {
      for (KubeObject manifest : source.manifests()) {
        if (settings
            .filter()
            .excludes(manifest.group(), manifest.kind(), subject.cluster().identity().server())) {
          excluded.add(
              "Resource %s is excluded in the settings".formatted(ResourceKey.of(manifest)));
        } else {
          manifests.add(manifest);
        }
      }
    }
    Set<ResourceKind> kinds = kinds(subject, manifests);
    TargetObjects targets =
        TargetObjects.of(
            manifests,
            settings.tracking(subject.instance()),
            subject.namespace(),
            scopes(kinds, manifests));
    List<Condition> conditions = new ArrayList<>();
    conditions.addAll(Conditions.joined(Conditions.REPEATED, targets.repeated()));
    conditions.addAll(Conditions.joined(Conditions.EXCLUDED, excluded));
    return new Rendering(
        List.copyOf(rendered), targets, kinds, conditions, settings, subject.cluster());
  }

  /** The kinds of the manifests that are served, and those that the Application had before. */
  private static Set<ResourceKind> kinds(Subject subject, List<KubeObject> manifests) {
    Set<List<String>> names = new LinkedHashSet<>();
    manifests.forEach(each -> names.add(List.of(each.apiVersion(), each.kind())));
    var status = subject.application().status();
    for (ResourceState each : status.resources()) {
      names.add(List.of(apiVersion(each.key(), each.version()), each.key().kind()));
    }
    List<ResourceResult> synced =
        status
            .operationState()
            .flatMap(state -> state.syncResult())
            .map(SyncResult::resources)
            .orElse(List.of());
    for (ResourceResult each : synced) {
      names.add(List.of(apiVersion(each.key(), each.version()), each.key().kind()));
    }
    Set<ResourceKind> kinds = new LinkedHashSet<>();
    names.forEach(
        name -> subject.cluster().api().kind(name.get(0), name.get(1)).ifPresent(kinds::add));
    return kinds;
  }

  private static String apiVersion(ResourceKey key, String version) {
    return key.group().isEmpty() ? version : key.group() + "/" + version;
  }

  /** What the cluster serves, and what definitions among the manifests will make it serve. */
  private static Scopes scopes(Set<ResourceKind> kinds, List<KubeObject> manifests) {
    Map<List<String>, Boolean> namespaced = new HashMap<>();
    for (KubeObject each : manifests) {
      if (each.kind().equals("CustomResourceDefinition")) {
        namespaced.put(
            List.of(
                each.text("spec", "group").orElse(""),
                each.text("spec", "names", "kind").orElse("")),
            !"Cluster".equals(each.at("spec", "scope")));
      }
    }
    kinds.forEach(kind -> namespaced.put(List.of(kind.group(), kind.kind()), kind.namespaced()));
    return (group, kind) -> Optional.ofNullable(namespaced.get(List.of(group, kind)));
  }
}
