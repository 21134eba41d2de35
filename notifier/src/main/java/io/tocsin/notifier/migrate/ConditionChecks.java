package io.tocsin.notifier.migrate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.triggers.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Differences in triggers. */
record ConditionChecks() implements Check {
  private static final Pattern SEVERAL_VALUES =
      Pattern.compile("[.](Clock|Date|ISOWeek|Zone|ZoneBounds)\\s*[(]");
  private static final Pattern ORDERED = Pattern.compile("\\b(keys|values|toPairs)\\s*[(]");
  private static final Set<String> THEIRS = Set.of("description", "when", "oncePer", "send");

  @Override
  public void look(Settings settings, Live live, Found found) {
    List<KubeObject> severalSources =
        live.applications().stream().filter(app -> !app.list("spec", "sources").isEmpty()).toList();
    Set<String> once = new TreeSet<>();
    Set<String> always = new TreeSet<>();
    settings.conditions(
        (key, condition) -> {
          String when = String.valueOf(condition.get("when"));
          String oncePer = condition.get("oncePer") instanceof String said ? said : "";
          expression(key, when, found);
          expression(key, oncePer, found);
          once(key, oncePer, severalSources, found);
          ours(key, condition, found);
          (oncePer.isEmpty() ? always : once).add(key);
        });
    once.removeAll(always);
    failures(once, always, found);
  }

  private static void failures(Set<String> once, Set<String> always, Found found) {
    if (!once.isEmpty()) {
      found.note(
          String.join(", ", once),
          "with oncePer a message that failed was never sent again; here it is, for an hour",
          "nothing");
    }
    if (!always.isEmpty()) {
      found.note(
          String.join(", ", always),
          "without oncePer a message that failed was sent again each minute for ever; here for an"
              + " hour",
          "watch `tocsin deliveries list`, where it ends up then");
    }
  }

  private static void expression(String key, String expression, Found found) {
    Matcher several = SEVERAL_VALUES.matcher(expression);
    if (several.find()) {
      found.error(
          key,
          "%s returns several values, of which the first was taken; here that fails"
              .formatted(several.group(1)),
          "use a method that returns one, such as Year, Month, Day, Hour or Weekday");
    }
    if (ORDERED.matcher(expression).find()) {
      found.note(
          key,
          "keys and values of a map came in an order by chance; here in that of the keys",
          "nothing");
    }
    if (expression.contains("deletionTimestamp")) {
      found.warning(
          key,
          "an Application without finalizers was gone before this was true; here it is told too",
          "nothing, where that is meant");
    }
  }

  private static void once(
      String key, String oncePer, List<KubeObject> severalSources, Found found) {
    if (oncePer.matches(".*\\brevision\\s*") && !severalSources.isEmpty()) {
      found.warning(
          key,
          "%s has no value for Applications of several sources (%s), so that one deployment was not"
                  .formatted(oncePer.strip(), names(severalSources))
              + " told from the next; here their revisions stand for it",
          "expect messages about them");
    }
  }

  private static String names(List<KubeObject> applications) {
    String first = applications.getFirst().key().toString();
    int more = applications.size() - 1;
    return more == 0 ? first : first + " and " + more + " more";
  }

  private static void ours(String key, Map<?, ?> condition, Found found) {
    for (String name : Trigger.KEYS) {
      if (!THEIRS.contains(name) && condition.containsKey(name)) {
        found.warning(
            key, name + " was ignored; here it counts", "look whether it says what is meant");
      }
    }
  }
}
