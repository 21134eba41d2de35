package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.Trigger;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which kinds of objects the conditions and templates of a configuration speak of, by the variables
 * that they name.
 */
record Mentions(Configuration configuration) {
  private static final String APP = "app";
  private static final Set<String> OF_ANY =
      Set.of("obj", "event", "old", "changed", "diff", "xpath");
  private static final Pattern ACTION = Pattern.compile("(?s)[{][{].*?[}][}]");
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`|(?<![\\w.)\\]])[$]?[.](?<name>[A-Za-z_]\\w*)");

  /** Whether an Application in a template's place of an object would say nothing of it. */
  boolean needsAnother(String templateText) {
    Set<String> fields = new TreeSet<>();
    Matcher action = ACTION.matcher(templateText);
    while (action.find()) {
      Matcher field = FIELD.matcher(action.group());
      while (field.find()) {
        Optional.ofNullable(field.group("name")).ifPresent(fields::add);
      }
    }
    return !fields.contains(APP) && !Collections.disjoint(fields, ofOthers());
  }

  /** Whether a condition, one of a trigger, says nothing of an Application. */
  boolean needsAnother(Condition condition) {
    return !names(condition, Set.of(APP)) && names(condition, ofOthers());
  }

  private Set<String> ofOthers() {
    Set<String> names = new TreeSet<>(OF_ANY);
    names.addAll(aliases(configuration.resources().values()));
    return names;
  }

  /**
   * Why a trigger is hardly meant for objects: it names what only others have.
   *
   * @param resource what they are watched as; absent for Applications
   */
  Optional<String> misfit(String trigger, Optional<WatchedResource> resource) {
    return Optional.ofNullable(configuration.triggers().get(trigger))
        .flatMap(
            known ->
                resource.isPresent() && !isApplication(resource.get()) && names(known, APP)
                    ? Optional.of(
                        "names the trigger '%s', which is about app; objects of the resource '%s' are %s"
                            .formatted(trigger, resource.get().name(), variables(resource.get())))
                    : ofOther(known, resource));
  }

  private Optional<String> ofOther(Trigger trigger, Optional<WatchedResource> resource) {
    String own = resource.map(WatchedResource::variable).orElse("");
    return configuration.resources().values().stream()
        .filter(other -> !other.variable().isEmpty() && !other.variable().equals(own))
        .filter(other -> names(trigger, other.variable()))
        .map(
            other ->
                "names the trigger '%s', which is about %s, the variable of the resource '%s'; %s"
                    .formatted(
                        trigger.name(),
                        other.variable(),
                        other.name(),
                        resource
                            .map(it -> "objects of '%s' are %s".formatted(it.name(), variables(it)))
                            .orElse("Applications are app or obj")))
        .sorted()
        .findFirst();
  }

  private static boolean isApplication(WatchedResource resource) {
    return resource.group().equals("argoproj.io")
        && Set.of("Application", "applications").contains(resource.type());
  }

  private static String variables(WatchedResource resource) {
    return resource.variable().isEmpty() ? "obj" : resource.variable() + " or obj";
  }

  private static Set<String> aliases(Collection<WatchedResource> resources) {
    return resources.stream()
        .map(WatchedResource::variable)
        .filter(alias -> !alias.isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean names(Trigger trigger, String variable) {
    return trigger.conditions().stream().anyMatch(each -> names(each, Set.of(variable)));
  }

  private static boolean names(Condition condition, Set<String> variables) {
    return condition.when().names(variables)
        || condition.oncePer().filter(expression -> expression.names(variables)).isPresent();
  }
}
