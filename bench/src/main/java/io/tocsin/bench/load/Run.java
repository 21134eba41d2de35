package io.tocsin.bench.load;

import io.tocsin.bench.load.cluster.Alone;
import io.tocsin.bench.load.cluster.Applications;
import io.tocsin.bench.load.cluster.Audience;
import io.tocsin.bench.load.cluster.CustomObjects;
import io.tocsin.bench.load.cluster.Definitions;
import io.tocsin.bench.load.cluster.Form;
import io.tocsin.bench.load.cluster.Listing;
import io.tocsin.bench.load.cluster.Namespace;
import io.tocsin.bench.load.cluster.Population;
import io.tocsin.bench.load.cluster.ServerRequests;
import io.tocsin.bench.load.cluster.ServerWatches;
import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.process.Subject;
import io.tocsin.bench.load.receiver.Receiver;
import io.tocsin.bench.load.receiver.Receivers;
import io.tocsin.bench.load.report.RunResult;
import io.tocsin.bench.load.scenario.Measure;
import io.tocsin.bench.load.scenario.Numbers;
import io.tocsin.bench.load.scenario.RunPlan;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Prepares what a plan asks for, then measures it. */
final class Run {
  private final Setting setting;
  private final RunPlan plan;
  private final Ledger ledger = new Ledger();

  private Run(Setting setting, RunPlan plan) {
    this.setting = setting;
    this.plan = plan;
  }

  /** Does all of it. */
  static RunResult of(Setting setting, RunPlan plan) throws IOException, InterruptedException {
    return new Run(setting, plan).run();
  }

  private RunResult run() throws IOException, InterruptedException {
    Definitions definitions = Definitions.read(setting.definitions(), plan.kinds());
    try (Receivers receivers = Receivers.start(plan.behaviours(), ledger);
        Namespace namespace = Namespace.create(setting.api(), definitions, setting.ephemeral())) {
      Audience audience = new Audience(plan, receivers.all().stream().map(Receiver::name).toList());
      Form form = form(namespace);
      namespace.configure(audience, receivers.all(), form.telling());
      Population population = new Population(setting.api(), form, plan, audience);
      setting
          .progress()
          .accept("creating %d objects in %s".formatted(plan.applications(), namespace.name()));
      population.create();
      Optional<Alone> alone = alone(population);
      Optional<Double> list = list(form);
      Optional<ServerRequests> before = ServerRequests.ask(setting.api());
      Optional<ServerWatches> watched = ServerWatches.ask(setting.api());
      try (Subject subject = start(namespace);
          Measured measured =
              new Measured(setting, plan, ledger, receivers, subject, before, watched)) {
        return measured.run(population, alone, list);
      }
    }
  }

  private Form form(Namespace namespace) {
    return plan.kinds() == 0
        ? new Applications(namespace.name(), setting.pattern())
        : new CustomObjects(namespace.name(), plan.kinds());
  }

  private Subject start(Namespace namespace) throws IOException {
    Map<String, String> values =
        Map.of("kubeconfig", setting.kubeconfig().toString(), "namespace", namespace.name());
    return new Subject(setting.command(), values, setting.log());
  }

  private Optional<Alone> alone(Population population) throws InterruptedException {
    if (!plan.measure().contains(Measure.ALONE)) {
      return Optional.empty();
    }
    Alone alone = Alone.measure(setting.api(), population, plan);
    setting
        .progress()
        .accept(
            "the API server alone: %d patches, %s a second"
                .formatted(alone.patches(), Numbers.text(alone.perSecond())));
    return Optional.of(alone);
  }

  private Optional<Double> list(Form form) {
    if (!plan.measure().contains(Measure.LIST)) {
      return Optional.empty();
    }
    double seconds = Listing.seconds(setting.api(), form.kinds(), plan.page());
    setting.progress().accept("a list takes %s s".formatted(Numbers.text(seconds)));
    return Optional.of(seconds);
  }
}
