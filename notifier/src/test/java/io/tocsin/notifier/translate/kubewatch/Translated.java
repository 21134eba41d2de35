package io.tocsin.notifier.translate.kubewatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Subscription;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.SecretValue.Text;
import io.tocsin.services.Notification;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A translation that is read and run as the controller does. */
final class Translated {
  static final Path FILES = Path.of("src/test/resources/kubewatch");

  private final Configuration configuration;

  private Translated(Configuration configuration) {
    this.configuration = configuration;
  }

  static Translated file(String name) {
    return file(name, Options.NONE);
  }

  static Translated file(String name, Options options) {
    Translation translation = Kubewatch.translate(List.of(document(name)), options);
    Map<String, String> secrets = new HashMap<>();
    translation.secrets().forEach((key, value) -> secrets.put(key, ((Text) value).value()));
    Configuration read = Configurations.of(translation.data(), secrets);
    assertThat(read.problems()).isEmpty();
    return new Translated(read);
  }

  static Map<String, Object> document(String name) {
    try {
      return Yaml.mapping(Files.readString(FILES.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration configuration() {
    return configuration;
  }

  /** What is told about an object of that resource. */
  List<Told> told(String resource, String event, String old, String obj) {
    List<Told> told = new ArrayList<>();
    Map<String, Object> variables = variables(event, old, obj);
    for (Subscription subscription : configuration.subscriptions()) {
      if (subscription.resources().contains(resource)) {
        for (String trigger : subscription.triggers()) {
          told.addAll(told(subscription, configuration.triggers().get(trigger), variables));
        }
      }
    }
    return told;
  }

  /** The only message about that. */
  Told message(String resource, String event, String obj) {
    List<Told> told = told(resource, event, "", obj);
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private List<Told> told(
      Subscription subscription, Trigger trigger, Map<String, Object> variables) {
    List<Told> told = new ArrayList<>();
    List<ConditionResult> results = trigger.evaluate(variables);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).problems()).isEmpty();
      if (results.get(i).triggered()) {
        Condition condition = trigger.conditions().get(i);
        subscription.recipients().forEach(to -> told.add(text(to, condition, variables)));
      }
    }
    return told;
  }

  private Told text(String recipient, Condition condition, Map<String, Object> variables) {
    List<NotificationTemplate> templates =
        condition.send().stream().map(configuration.templates()::get).toList();
    String service = recipient.replaceFirst(":.*", "");
    String type = configuration.services().get(service).type();
    Notification said =
        NotificationTemplate.render(templates, variables, ServiceTypes.find(type).orElseThrow());
    return new Told(recipient, said.message(), said.fields());
  }

  private static Map<String, Object> variables(String event, String old, String obj) {
    Map<String, Object> before = old.isEmpty() ? null : Yaml.mapping(old);
    Map<String, Object> now = Yaml.mapping(obj);
    Map<String, Object> variables = new HashMap<>();
    variables.put("event", event);
    variables.put("obj", now);
    variables.put("old", before);
    variables.put(
        "changed",
        GoFunction.of(
            "changed",
            GoType.BOOL,
            a -> before != null && !Objects.equals(before.get(a[0]), now.get(a[0])),
            GoType.STRING));
    return variables;
  }
}
