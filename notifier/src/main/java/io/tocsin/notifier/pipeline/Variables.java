package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.services.Destination;
import io.tocsin.templates.functions.Helpers;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What conditions and templates can name: what the subject offers, {@code context}, {@code
 * secrets}, and the helpers.
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

  /** For a caller that waits for what repositories say. */
  public Map<String, Object> forConditions(
      Configuration configuration, KubeObject object, Optional<KubeObject> parent) {
    return forConditions(configuration, object, parent, waiting(object));
  }

  Map<String, Object> forConditions(
      Configuration configuration,
      KubeObject object,
      Optional<KubeObject> parent,
      Optional<RepositoryCalls> calls) {
    return common(configuration, object, parent, "", calls);
  }

  /** For a caller that waits for what repositories say. */
  public Map<String, Object> forTemplates(
      Configuration configuration, KubeObject object, Destination destination) {
    return forTemplates(configuration, object, destination, waiting(object));
  }

  /** Calls that block; absent where no repository can be asked. */
  Optional<RepositoryCalls> waiting(KubeObject object) {
    return facts.map(known -> RepositoryCalls.waiting(known, object));
  }

  /** Calls that do not. */
  Optional<RepositoryCalls> atOnce(KubeObject object) {
    return facts.map(known -> RepositoryCalls.atOnce(known, object));
  }

  Map<String, Object> forTemplates(
      Configuration configuration,
      KubeObject object,
      Destination destination,
      Optional<RepositoryCalls> calls) {
    Map<String, Object> variables =
        common(configuration, object, subject.parent(object), destination.service(), calls);
    variables.put("serviceType", destination.service());
    variables.put("recipient", destination.recipient());
    return variables;
  }

  private Map<String, Object> common(
      Configuration configuration,
      KubeObject object,
      Optional<KubeObject> parent,
      String service,
      Optional<RepositoryCalls> calls) {
    Map<String, Object> variables =
        new HashMap<>(calls.map(details -> Helpers.with(details, helpers)).orElse(helpers));
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
