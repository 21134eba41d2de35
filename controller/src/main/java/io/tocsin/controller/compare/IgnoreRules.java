package io.tocsin.controller.compare;

import io.tocsin.controller.application.IgnoreDifference;
import io.tocsin.controller.customization.IgnoredFields;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.project.Glob;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is no difference for an Application: by its own {@code ignoreDifferences} and by {@code
 * argocd-cm}. Compiled once, safe for use by several threads.
 */
public final class IgnoreRules {
  private final ResourceCustomizations customizations;
  private final List<Rule> rules;
  private final Map<String, List<String>> pointers = new HashMap<>();
  private final Map<String, JqPath> expressions = new HashMap<>();
  private final Map<String, Compiled> byKind = new ConcurrentHashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  private record Rule(Glob group, Glob kind, IgnoreDifference rule) {
    boolean fits(KubeObject object) {
      return group.matches(object.group())
          && kind.matches(object.kind())
          && (rule.name().isEmpty() || rule.name().equals(object.name()))
          && (rule.namespace().isEmpty() || rule.namespace().equals(object.namespace()));
    }
  }

  /** Ready to be applied. */
  private record Compiled(
      List<List<String>> pointers, List<JqPath> expressions, List<String> managers) {}

  private IgnoreRules(List<IgnoreDifference> own, ResourceCustomizations customizations) {
    this.customizations = customizations;
    this.rules =
        own.stream()
            .map(rule -> new Rule(Glob.of(rule.group()), Glob.of(rule.kind()), rule))
            .toList();
    own.forEach(rule -> compile(rule.jsonPointers(), rule.jqPathExpressions()));
  }

  /** Compiles the rules; those that are wrong are left out, see {@link #problems()}. */
  public static IgnoreRules of(List<IgnoreDifference> own, ResourceCustomizations customizations) {
    return new IgnoreRules(own, customizations);
  }

  /** A sentence for each rule of the Application that is wrong. */
  public Set<String> problems() {
    return Set.copyOf(problems);
  }

  private void compile(List<String> jsonPointers, List<String> jqPathExpressions) {
    jsonPointers.forEach(text -> compile(text, JsonPointers::parts, pointers));
    jqPathExpressions.forEach(text -> compile(text, JqPath::compile, expressions));
  }

  private <T> void compile(String text, Function<String, T> compiler, Map<String, T> compiled) {
    try {
      compiled.put(text, compiler.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
  }

  /** The object without what is ignored; what an expression fails on stays. */
  Map<String, Object> strip(KubeObject identity, Map<String, Object> content) {
    Compiled general = general(identity);
    Map<String, Object> result = strip(content, general.pointers(), general.expressions());
    for (Rule rule : rules) {
      if (rule.fits(identity)) {
        result =
            strip(
                result,
                compiled(rule.rule().jsonPointers(), pointers),
                compiled(rule.rule().jqPathExpressions(), expressions));
      }
    }
    return result;
  }

  private static <T> List<T> compiled(List<String> texts, Map<String, T> compiled) {
    return texts.stream().filter(compiled::containsKey).map(compiled::get).toList();
  }

  private static Map<String, Object> strip(
      Map<String, Object> content, List<List<String>> pointers, List<JqPath> expressions) {
    Object result = content;
    for (List<String> pointer : pointers) {
      result = JsonPointers.remove(result, pointer);
    }
    Map<String, Object> map = Trees.map(result);
    for (JqPath expression : expressions) {
      map = removed(map, expression);
    }
    return map;
  }

  private static Map<String, Object> removed(Map<String, Object> map, JqPath expression) {
    try {
      return expression.remove(map);
    } catch (IllegalArgumentException e) {
      return map;
    }
  }

  /** Whose fields do not count. */
  List<String> managers(KubeObject identity) {
    List<String> managers = new ArrayList<>(general(identity).managers());
    rules.stream()
        .filter(rule -> rule.fits(identity))
        .forEach(rule -> managers.addAll(rule.rule().managedFieldsManagers()));
    return managers;
  }

  private Compiled general(KubeObject identity) {
    return byKind.computeIfAbsent(
        ResourceCustomizations.key(identity.group(), identity.kind()),
        key -> general(customizations.ignoredDifferences(identity.group(), identity.kind())));
  }

  private static Compiled general(IgnoredFields fields) {
    return new Compiled(
        lenient(fields.jsonPointers(), JsonPointers::parts),
        lenient(fields.jqPathExpressions(), JqPath::compile),
        fields.managedFieldsManagers());
  }

  private static <T> List<T> lenient(List<String> texts, Function<String, T> compiler) {
    List<T> compiled = new ArrayList<>();
    for (String text : texts) {
      try {
        compiled.add(compiler.apply(text));
      } catch (IllegalArgumentException e) {
        // argocd-cm is no Application's: what is wrong there is left out for all
      }
    }
    return compiled;
  }
}
