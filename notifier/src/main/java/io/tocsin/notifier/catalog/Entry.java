package io.tocsin.notifier.catalog;

import io.tocsin.notifier.config.Values;
import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Map;

/**
 * A trigger with the template that it sends.
 *
 * @param trigger its name, such as {@code on-deployed}
 * @param condition the trigger's text
 * @param template the name of the template
 * @param text the template's, with what it says for each service
 */
public record Entry(String trigger, String condition, String template, String text) {
  private static final String TRIGGER = "trigger.";
  private static final String TEMPLATE = "template.";

  static boolean isTrigger(String key) {
    return key.startsWith(TRIGGER);
  }

  static Entry of(String key, Map<String, String> data) {
    String condition = data.get(key);
    String template = Values.strings("send", first(condition).get("send")).getFirst();
    return new Entry(
        key.substring(TRIGGER.length()), condition, template, data.get(TEMPLATE + template));
  }

  /** What the trigger tells, in the catalog's language. */
  public String description() {
    return String.valueOf(first(condition).get("description"));
  }

  public String triggerKey() {
    return TRIGGER + trigger;
  }

  public String templateKey() {
    return TEMPLATE + template;
  }

  /** Whether these are parts of the template as they stand here, the message among them. */
  boolean has(Map<?, ?> sections) {
    Map<String, Object> own = Yaml.mapping(text);
    return sections.containsKey("message") && own.entrySet().containsAll(sections.entrySet());
  }

  boolean isCalled(String name) {
    return name.equals(trigger) || name.equals(template);
  }

  private static Map<?, ?> first(String condition) {
    return (Map<?, ?>) ((List<?>) Yaml.parse(condition)).getFirst();
  }
}
