package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.FormerConditions;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.Trigger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which trigger is looked at, and on which object. */
final class TriggerOptions {
  @Mixin private ConfigurationOptions configuration;

  @Parameters(index = "0", paramLabel = "NAME", description = "The trigger.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RESOURCE",
      description =
          "An Application, or what --resource says: a YAML file, or a name in the cluster.")
  private String object;

  /** A trigger and what its conditions can name. */
  record Subject(Trigger trigger, Map<String, Object> variables) {
    List<ConditionResult> results() {
      return trigger.evaluate(variables);
    }
  }

  Subject subject(PrintWriter out) {
    Setup setup = Setup.read(configuration, Wanted.trigger(name), out, ExchangeListener.NONE);
    Trigger trigger = setup.configuration().triggers().get(name);
    if (trigger == null) {
      throw new CommandException(
          setup.broken("trigger." + name, "trigger", name, Configuration::triggers));
    }
    Looked looked = configuration.object(setup.configuration(), setup.all(), object);
    Optional<KubeObject> parent = setup.variables().subject().parent(looked.object());
    Scoped scoped = looked.by(new Scoped("", setup.configuration(), FormerConditions.NONE));
    return new Subject(trigger, setup.variables().forConditions(scoped, looked.object(), parent));
  }
}
