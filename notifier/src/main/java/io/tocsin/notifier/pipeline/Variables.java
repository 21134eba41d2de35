package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.services.Destination;
import io.tocsin.templates.functions.Helpers;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What conditions and templates can name: the object and what happened to it, what the subject
 * offers, {@code context}, {@code secrets}, and the helpers.
 *
 * @param helpers {@code time}, {@code strings} and {@code repo}
 * @param secrets whether {@code secrets} can be named, which it cannot where tenants have
 *     configurations of their own
 * @param facts what repositories say; absent where none can be asked
 */
public record Variables(
    Subject subject,
    Map<String, Object> helpers,
    boolean secrets,
    Optional<RepositoryFacts> facts) {
  /** With secrets, and without repositories. */
  public Variables(Subject subject, Map<String, Object> helpers) {
    this(subject, helpers, true, Optional.empty());
  }

  /** Of an Application that nothing happened to, for a caller that waits for repositories. */
  public Map<String, Object> forConditions(
      Configuration configuration, KubeObject object, Optional<KubeObject> parent) {
    return forConditions(new Scoped("", configuration, FormerConditions.NONE), object, parent);
  }

  /** Of an object that nothing happened to, for a caller that waits for repositories. */
  public Map<String, Object> forConditions(
      Scoped scoped, KubeObject object, Optional<KubeObject> parent) {
    return forConditions(scoped, new Occurrence(object, Change.NONE), parent, waiting(object));
  }

  Map<String, Object> forConditions(
      Scoped scoped,
      Occurrence occurrence,
      Optional<KubeObject> parent,
      Optional<RepositoryCalls> calls) {
    return common(scoped.configuration(), scoped.resource(), occurrence, parent, "", calls);
  }

  /** Of an Application that nothing happened to, for a caller that waits for repositories. */
  public Map<String, Object> forTemplates(
      Configuration configuration, KubeObject object, Destination destination) {
    return forTemplates(configuration, Optional.empty(), object, destination);
  }

  /**
   * The same of an object of any kind.
   *
   * @param resource what it is watched as, absent for an Application
   */
  public Map<String, Object> forTemplates(
      Configuration configuration,
      Optional<WatchedResource> resource,
      KubeObject object,
      Destination destination) {
    Occurrence occurrence = new Occurrence(object, Change.NONE);
    return forTemplates(configuration, resource, occurrence, destination, waiting(object));
  }

  /** Calls that block; absent where no repository can be asked. */
  Optional<RepositoryCalls> waiting(KubeObject object) {
    return facts(object).map(known -> RepositoryCalls.waiting(known, object));
  }

  /** Calls that do not. */
  Optional<RepositoryCalls> atOnce(KubeObject object) {
    return facts(object).map(known -> RepositoryCalls.atOnce(known, object));
  }

  private Optional<RepositoryFacts> facts(KubeObject object) {
    return subject.fromRepository(object) ? facts : Optional.empty();
  }

  Map<String, Object> forTemplates(
      Configuration configuration,
      Optional<WatchedResource> resource,
      Occurrence occurrence,
      Destination destination,
      Optional<RepositoryCalls> calls) {
    Map<String, Object> variables =
        common(
            configuration,
            resource,
            occurrence,
            subject.parent(occurrence.object()),
            destination.service(),
            calls);
    variables.put("serviceType", destination.service());
    variables.put("recipient", destination.recipient());
    return variables;
  }

  private Map<String, Object> common(
      Configuration configuration,
      Optional<WatchedResource> resource,
      Occurrence occurrence,
      Optional<KubeObject> parent,
      String service,
      Optional<RepositoryCalls> calls) {
    KubeObject object = occurrence.object();
    Map<String, Object> variables =
        new HashMap<>(calls.map(details -> Helpers.with(details, helpers)).orElse(helpers));
    occurrence.addTo(variables);
    resource
        .map(WatchedResource::variable)
        .filter(alias -> !alias.isEmpty())
        .ifPresent(alias -> variables.put(alias, object.content()));
    variables.putAll(subject.variables(object, parent));
    Map<String, String> context = new HashMap<>();
    context.put("notificationType", service);
    context.putAll(configuration.context());
    variables.put("context", GoTyped.map(GoType.STRING_MAP, context));
    if (secrets) {
      variables.put("secrets", GoTyped.map(GoType.BYTES_MAP, configuration.source().secrets()));
    }
    return variables;
  }
}
