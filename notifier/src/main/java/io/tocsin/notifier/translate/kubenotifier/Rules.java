package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.triggers.ExpressionException;
import io.tocsin.triggers.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes triggers of the rules of one Notification. */
final class Rules {
  private static final String RULES = "rules";
  private static final String NAME = "name";
  private static final String DELAY = "initialDelaySec";
  private static final String THROTTLE = "throttleMinutes";
  private static final String ALL = "allConditions";
  private static final String ANY = "anyConditions";
  private static final String EVENTS = "events";

  /** A year: what is longer is a mistake, and no duration holds much more. */
  private static final long LONGEST_SECONDS = 31_536_000;

  private static final int MINUTE = 60;

  private final Draft draft;
  private final String owner;
  private final String resource;
  private final Events events;

  /**
   * @param owner the Notification's name, which triggers are named after
   * @param resource the name of what is watched
   */
  Rules(Draft draft, String owner, String resource, Events events) {
    this.draft = draft;
    this.owner = owner;
    this.resource = resource;
    this.events = events;
  }

  void read(Fields spec) {
    List<Fields> rules = spec.parts(RULES, List.of(NAME, DELAY, THROTTLE, ALL, ANY, EVENTS));
    if (rules.isEmpty()) {
      spec.wrong(RULES, "is empty: nothing is ever told");
    }
    rules.forEach(this::rule);
  }

  private void rule(Fields rule) {
    int before = draft.errors();
    String when = conditions(rule);
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("when", when);
    timing(rule, DELAY, "s", 1).ifPresent(delay -> condition.put("delay", delay));
    timing(rule, THROTTLE, "m", MINUTE).ifPresent(pause -> condition.put("throttle", pause));
    boolean wrong = draft.errors() > before;
    List<Fields> parts = rule.parts(EVENTS, Events.KNOWN);
    if (parts.isEmpty()) {
      rule.wrong(EVENTS, "is empty: nobody is told");
    }
    List<Optional<Events.Event>> read = parts.stream().map(events::read).toList();
    if (!wrong && compiles(rule, condition)) {
      read.forEach(event -> event.ifPresent(told -> put(rule, condition, told)));
    }
  }

  /** Empty where there are none. */
  private String conditions(Fields rule) {
    int before = draft.errors();
    if (rule.has(ALL) && rule.has(ANY)) {
      rule.note(ANY, "is not read where there is allConditions, as there");
    }
    String list = rule.has(ALL) ? ALL : ANY;
    List<Condition> conditions = ConditionReader.read(rule, list);
    if (conditions.isEmpty() && draft.errors() == before) {
      rule.wrong(list, "holds no condition, so nothing is ever told");
    }
    return conditions.isEmpty() ? "" : ExprText.of(rule.has(ALL), conditions);
  }

  private static Optional<String> timing(Fields rule, String field, String unit, int seconds) {
    long amount = rule.number(field);
    if (amount < 0 || amount > LONGEST_SECONDS / seconds) {
      rule.wrong(
          field,
          "must be between 0 and %d, but is %d".formatted(LONGEST_SECONDS / seconds, amount));
    }
    return amount > 0 ? Optional.of(amount + unit) : Optional.empty();
  }

  private static boolean compiles(Fields rule, Map<String, Object> condition) {
    try {
      Trigger.of("rule", condition);
      return true;
    } catch (ExpressionException e) {
      rule.wrong(NAME, "'%s' cannot be taken over: %s".formatted(rule.text(NAME), e.getMessage()));
      return false;
    }
  }

  private void put(Fields rule, Map<String, Object> condition, Events.Event event) {
    String name = draft.name("trigger", owner + "-" + rule.text(NAME));
    draft.put("template." + name, event.template());
    Map<String, Object> told = new LinkedHashMap<>(condition);
    told.put("send", List.of(name));
    draft.put("trigger." + name, List.of(told));
    Map<String, Object> subscription = new LinkedHashMap<>();
    subscription.put("resources", List.of(resource));
    subscription.put("triggers", List.of(name));
    subscription.put("recipients", event.recipients());
    draft.subscribe(subscription);
  }
}
