package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.services.Destination;
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
 */
public record Variables(Subject subject, Map<String, Object> helpers, boolean secrets) {
  /** With secrets. */
  public Variables(Subject subject, Map<String, Object> helpers) {
    this(subject, helpers, true);
  }

  public Map<String, Object> forConditions(
      Configuration configuration, KubeObject object, Optional<KubeObject> parent) {
    return common(configuration, object, parent, "");
  }

  public Map<String, Object> forTemplates(
      Configuration configuration, KubeObject object, Destination destination) {
    Map<String, Object> variables =
        common(configuration, object, subject.parent(object), destination.service());
    variables.put("serviceType", destination.service());
    variables.put("recipient", destination.recipient());
    return variables;
  }

  private Map<String, Object> common(
      Configuration configuration, KubeObject object, Optional<KubeObject> parent, String service) {
    Map<String, Object> variables = new HashMap<>(helpers);
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
