package io.tocsin.controller.project;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.AppProject.ResourceRule;
import io.tocsin.controller.application.Destination;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a project permits, by the rules of Argo CD. A pattern that begins with {@code !} denies.
 *
 * @param project whose rules these are
 */
public record ProjectRules(AppProject project) {
  /** Whether the repository may be used. */
  public boolean permitsSource(Source source) {
    String url = GitUrls.normalized(source.repoUrl());
    boolean permitted = false;
    for (String pattern : project.sourceRepos()) {
      boolean denies = pattern.startsWith("!");
      String repository = GitUrls.normalized(denies ? pattern.substring(1) : pattern);
      boolean matches = repository.equals("*") || Glob.ofPath(repository).matches(url);
      if (denies && matches) {
        return false;
      }
      permitted |= denies != matches;
    }
    return permitted;
  }

  /** Whether objects may go to the namespace of the cluster. */
  public boolean permitsDestination(Cluster cluster, String namespace) {
    boolean permitted = false;
    for (Destination rule : project.destinations()) {
      boolean name = !cluster.name().isEmpty() && matches(rule.name(), cluster.name());
      boolean server = !cluster.server().isEmpty() && matches(rule.server(), cluster.server());
      boolean inNamespace = matches(rule.namespace(), namespace);
      if ((server || name) && inNamespace) {
        permitted = true;
      } else if (denies(rule, name, server, inNamespace)) {
        return false;
      }
    }
    return permitted && permitsCluster(cluster);
  }

  private static boolean denies(
      Destination rule, boolean name, boolean server, boolean inNamespace) {
    return (!name && isDeny(rule.name()))
        || (!server && isDeny(rule.server()) && inNamespace)
        || (!inNamespace && isDeny(rule.namespace()) && server);
  }

  private boolean permitsCluster(Cluster cluster) {
    return !project.permitOnlyProjectScopedClusters() || cluster.project().equals(project.name());
  }

  /** Whether the project has a say over Applications in the namespace. */
  public boolean permitsApplicationsIn(String namespace, String controlPlaneNamespace) {
    return namespace.isEmpty()
        || namespace.equals(controlPlaneNamespace)
        || project.sourceNamespaces().stream().anyMatch(rule -> namesNamespace(rule, namespace));
  }

  private static boolean namesNamespace(String rule, String namespace) {
    if (rule.length() > 1 && rule.startsWith("/") && rule.endsWith("/")) {
      try {
        return Pattern.compile(rule.substring(1, rule.length() - 1)).matcher(namespace).find();
      } catch (PatternSyntaxException e) {
        return false;
      }
    }
    return Glob.of(rule).matches(namespace);
  }

  /** Whether objects of the kind may be deployed; the name counts for objects of the cluster. */
  public boolean permitsKind(String group, String kind, String name, boolean namespaced) {
    if (namespaced) {
      return project
              .namespaceResourceWhitelist()
              .map(rules -> fits(rules, group, kind))
              .orElse(true)
          && !fits(project.namespaceResourceBlacklist(), group, kind);
    }
    return fits(project.clusterResourceWhitelist(), group, kind, name)
        && !fits(project.clusterResourceBlacklist(), group, kind, name);
  }

  /** Whether a live object may be touched: its kind, and where it lies. */
  public boolean permitsObject(ResourceKey key, Cluster cluster) {
    boolean namespaced = !key.namespace().isEmpty();
    return permitsKind(key.group(), key.kind(), key.name(), namespaced)
        && (!namespaced || permitsDestination(cluster, key.namespace()));
  }

  private static boolean fits(List<ResourceRule> rules, String group, String kind) {
    return rules.stream().anyMatch(rule -> fits(rule, group, kind));
  }

  private static boolean fits(List<ResourceRule> rules, String group, String kind, String name) {
    return rules.stream()
        .anyMatch(
            rule ->
                fits(rule, group, kind)
                    && (rule.name().isEmpty() || Glob.ofName(rule.name()).matches(name)));
  }

  private static boolean fits(ResourceRule rule, String group, String kind) {
    return Glob.ofName(rule.kind()).matches(kind) && Glob.ofName(rule.group()).matches(group);
  }

  private static boolean isDeny(String pattern) {
    return pattern.startsWith("!");
  }

  private static boolean matches(String pattern, String text) {
    if (isDeny(pattern)) {
      return !Glob.of(pattern.substring(1)).matches(text);
    }
    return pattern.equals("*") || Glob.of(pattern).matches(text);
  }
}
