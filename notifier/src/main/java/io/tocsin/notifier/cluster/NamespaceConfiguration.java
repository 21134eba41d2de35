package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.pipeline.ConditionHistory;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest configuration of one namespace. {@link #current} takes no lock. */
final class NamespaceConfiguration {
  private static final Logger log = LoggerFactory.getLogger(NamespaceConfiguration.class);

  private final String scope;
  private final ConfigurationReader reader;
  private final ConditionHistory history;
  private final BiConsumer<KubeObject, Problem> problems;
  private volatile Optional<Scoped> current = Optional.empty();

  /**
   * Nothing is read yet.
   *
   * @param scope the tenant's namespace, empty for the control plane's
   * @param problems takes what is wrong with a key of the ConfigMap
   */
  NamespaceConfiguration(
      String scope,
      ConfigurationReader reader,
      ConditionHistory history,
      BiConsumer<KubeObject, Problem> problems) {
    this.scope = scope;
    this.reader = reader;
    this.history = history;
    this.problems = problems;
  }

  Optional<Scoped> current() {
    return current;
  }

  synchronized Configuration read(
      KubeObject configMap, Optional<KubeObject> secret, Map<String, String> certificates) {
    Optional<Configuration> last = current.map(Scoped::configuration);
    ConfigurationSource source =
        new ConfigurationSource(
            configMap.namespace(),
            Manifests.texts(configMap),
            secret.map(Manifests::bytes).orElseGet(Map::of),
            certificates);
    Configuration next = reader.read(source, last);
    next.problems().forEach(problem -> problems.accept(configMap, problem));
    log.info(
        "configuration of {} read: {} services, {} triggers, {} templates, {} problems",
        configMap.namespace(),
        next.services().size(),
        next.triggers().size(),
        next.templates().size(),
        next.problems().size());
    current = Optional.of(new Scoped(scope, next, history.learn(scope, next.triggers().values())));
    last.ifPresent(before -> before.closeServicesNotIn(next));
    return next;
  }

  /** There is no ConfigMap any more. */
  synchronized void forget() {
    current.ifPresent(
        last -> last.configuration().services().values().forEach(s -> s.service().close()));
    current = Optional.empty();
  }
}
