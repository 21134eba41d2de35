package io.tocsin.notifier.lint;

import io.tocsin.notifier.sample.Sample;
import io.tocsin.services.options.Nearest;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.ExpressionException;
import io.tocsin.triggers.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what conditions say beyond that they compile. */
final class ConditionLint {
  private final Checked checked;
  private final boolean severalSources;
  private final Mentions mentions;
  private final List<Finding> findings;

  /**
   * @param severalSources whether there may be applications of several sources
   */
  ConditionLint(Checked checked, boolean severalSources, List<Finding> findings) {
    this.checked = checked;
    this.severalSources = severalSources;
    this.mentions = new Mentions(checked.configuration());
    this.findings = findings;
  }

  void check() {
    for (String trigger : checked.names().triggers()) {
      checked
          .conditions(trigger)
          .forEach((path, condition) -> condition("trigger." + trigger, path, condition));
    }
  }

  private void condition(String key, String path, Map<?, ?> condition) {
    String at = path.replaceFirst("\\.$", "");
    Set<String> meant = new HashSet<>();
    for (Object name : condition.keySet()) {
      if (!Trigger.KEYS.contains(name)) {
        warn(key, path + name, Nearest.unknown("condition", name.toString(), Trigger.KEYS));
        Nearest.to(name.toString(), Trigger.KEYS).ifPresent(meant::add);
      }
    }
    if (condition.get("when") == null && !meant.contains("when")) {
      warn(key, at, "has a condition without when: it is never true");
    }
    if (condition.get("send") == null
        && condition.get("recovery") == null
        && !meant.contains("send")) {
      warn(key, at, "has a condition without send: it tells nothing");
    }
    if (condition.get("oncePer") instanceof String oncePer && !oncePer.isEmpty()) {
      oncePer(key, path + "oncePer", oncePer);
    }
  }

  private void oncePer(String key, String path, String oncePer) {
    Stream.of(Sample.plain(), Sample.ofSeveralSources())
        .limit(severalSources ? 2 : 1)
        .flatMap(sample -> withoutValue(oncePer, sample).stream())
        .findFirst()
        .ifPresent(
            reason ->
                warn(key, path, reason + ": people are told each time the condition turns true"));
  }

  private Optional<String> withoutValue(String oncePer, Sample sample) {
    try {
      Trigger trigger = Trigger.of("x", Map.of("when", "true", "oncePer", oncePer));
      if (mentions.needsAnother(trigger.conditions().getFirst())) {
        return Optional.empty();
      }
      ConditionResult result =
          trigger.evaluate(sample.variables(checked.configuration())).getFirst();
      return result.oncePer().isPresent()
          ? Optional.empty()
          : Optional.of(
              result.problems().stream().findFirst().orElse("oncePer is empty")
                  + " with "
                  + sample.description());
    } catch (ExpressionException _) {
      return Optional.empty();
    }
  }

  private void warn(String key, String path, String sentence) {
    findings.add(Finding.warning(checked.texts().position(key, path), key, sentence));
  }
}
