package io.tocsin.controller.customization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All that {@code argocd-cm} says about kinds of resources: {@code resource.customizations}, the
 * keys that begin with it, and {@code resource.compareoptions}. Immutable.
 */
public final class ResourceCustomizations {
  private static final IgnoredFields STATUS =
      new IgnoredFields(List.of("/status"), List.of(), List.of());
  private static final String DEFINITION = "apiextensions.k8s.io/CustomResourceDefinition";

  private final Map<String, ResourceCustomization> byKey;
  private final Map<GroupKindPattern, ResourceCustomization> globs;
  private final CompareOptions compareOptions;
  private final List<String> problems;

  private ResourceCustomizations(
      Map<String, ResourceCustomization> byKey, CompareOptions options, List<String> problems) {
    this.byKey = Map.copyOf(byKey);
    this.globs = new LinkedHashMap<>();
    new TreeMap<>(byKey)
        .forEach((key, customization) -> globs.put(GroupKindPattern.of(key), customization));
    globs.keySet().removeIf(pattern -> !pattern.isGlob());
    this.compareOptions = options;
    this.problems = List.copyOf(problems);
  }

  /** Those of a cluster whose {@code argocd-cm} says nothing: every status is left out. */
  public static ResourceCustomizations standard() {
    return of(Map.of());
  }

  /** Reads the data of {@code argocd-cm}; a key that is wrong harms itself alone. */
  public static ResourceCustomizations of(Map<String, String> data) {
    CustomizationReader reader = new CustomizationReader();
    reader.read(data);
    CompareOptions options = reader.compareOptions(data);
    Map<String, ResourceCustomization> all = new LinkedHashMap<>(reader.customizations());
    switch (options.ignoreStatus()) {
      case ALL -> ignoreStatus(all, "*/*");
      case DEFINITIONS -> ignoreStatus(all, DEFINITION);
      case NONE -> {}
    }
    return new ResourceCustomizations(all, options, reader.problems());
  }

  private static void ignoreStatus(Map<String, ResourceCustomization> all, String kinds) {
    ResourceCustomization old = all.getOrDefault(kinds, ResourceCustomization.NONE);
    all.put(kinds, old.withIgnoreDifferences(old.ignoreDifferences().and(STATUS)));
  }

  /** A sentence for each key that is wrong. */
  public List<String> problems() {
    return problems;
  }

  public CompareOptions compareOptions() {
    return compareOptions;
  }

  /** What is said under the very key, not under one that stands for several. */
  public Optional<ResourceCustomization> exactly(String group, String kind) {
    return Optional.ofNullable(byKey.get(key(group, kind)));
  }

  /**
   * The one for the kind that has what is asked for: under its very key, else under the first glob
   * in the order of the keys.
   */
  public Optional<ResourceCustomization> first(
      String group, String kind, Predicate<ResourceCustomization> wanted) {
    return exactly(group, kind)
        .filter(wanted)
        .or(() -> globbed(group, kind).stream().filter(wanted).findFirst());
  }

  /** Everything left out when objects of the kind are compared, from all keys that fit. */
  public IgnoredFields ignoredDifferences(String group, String kind) {
    IgnoredFields fields =
        exactly(group, kind)
            .map(ResourceCustomization::ignoreDifferences)
            .orElse(IgnoredFields.NONE);
    for (ResourceCustomization customization : globbed(group, kind)) {
      fields = fields.and(customization.ignoreDifferences());
    }
    return fields;
  }

  /** {@code group/Kind}, or the kind alone in the core group. */
  public static String key(String group, String kind) {
    return group.isEmpty() ? kind : group + "/" + kind;
  }

  private List<ResourceCustomization> globbed(String group, String kind) {
    List<ResourceCustomization> found = new ArrayList<>();
    String key = key(group, kind);
    globs.forEach(
        (pattern, customization) -> {
          if (pattern.matches(key)) {
            found.add(customization);
          }
        });
    return found;
  }
}
