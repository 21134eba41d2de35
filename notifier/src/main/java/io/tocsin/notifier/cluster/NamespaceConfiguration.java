package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Counted;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.pipeline.ConditionHistory;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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
  private final Executor settled;
  private volatile Optional<Scoped> current = Optional.empty();
  private int readings;

  /**
   * Nothing is read yet.
   *
   * @param scope the tenant's namespace, empty for the control plane's, or a name with a slash for
   *     what is no ConfigMap
   * @param problems takes what is wrong with a key of the ConfigMap, and still is when it settled
   * @param settled runs a little later: a Secret and a ConfigMap are applied one after the other,
   *     and what is wrong between the two is nobody's mistake
   */
  NamespaceConfiguration(
      String scope,
      ConfigurationReader reader,
      ConditionHistory history,
      BiConsumer<KubeObject, Problem> problems,
      Executor settled) {
    this.scope = scope;
    this.reader = reader;
    this.history = history;
    this.problems = problems;
    this.settled = settled;
  }

  Optional<Scoped> current() {
    return current;
  }

  Configuration read(
      KubeObject configMap, Optional<KubeObject> secret, Map<String, String> certificates) {
    return read(
        configMap,
        new ConfigurationSource(
            configMap.namespace(),
            Manifests.texts(configMap),
            secret.map(Manifests::bytes).orElseGet(Map::of),
            certificates));
  }

  /**
   * Reads what was made of some object.
   *
   * @param about the object, which problems are told of
   */
  synchronized Configuration read(KubeObject about, ConfigurationSource source) {
    Optional<Configuration> last = current.map(Scoped::configuration);
    Configuration next = reader.read(source, last);
    log.info(
        "configuration of {} read: {}, {}, {}, {}",
        scope.contains("/") ? scope : about.namespace(),
        Counted.of(next.services().size(), "service"),
        Counted.of(next.triggers().size(), "trigger"),
        Counted.of(next.templates().size(), "template"),
        Counted.of(next.problems().size(), "problem"));
    current = Optional.of(new Scoped(scope, next, history.learn(scope, next.triggers().values())));
    last.ifPresent(before -> before.closeServicesNotIn(next));
    int reading = ++readings;
    settled.execute(() -> report(reading, about, next));
    return next;
  }

  private synchronized void report(int reading, KubeObject about, Configuration read) {
    if (reading == readings) {
      read.problems().forEach(problem -> problems.accept(about, problem));
    }
  }

  /** There is no ConfigMap any more. */
  synchronized void forget() {
    current.ifPresent(
        last -> last.configuration().services().values().forEach(s -> s.service().close()));
    current = Optional.empty();
    readings++;
  }
}
