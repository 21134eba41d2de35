package io.tocsin.embedded.kinds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds served at present. Safe for use by many threads; each answer is a snapshot. */
public final class Kinds {
  /** The resource of definitions. */
  public static final String DEFINITIONS = BuiltIns.DEFINITIONS;

  private final List<ResourceType> builtIns = BuiltIns.all();
  private volatile Map<String, List<ResourceType>> custom = Map.of();

  /** All kinds, the built-in ones first. */
  public List<ResourceType> all() {
    List<ResourceType> added = custom.values().stream().flatMap(List::stream).toList();
    return Stream.concat(builtIns.stream(), added.stream()).toList();
  }

  /** The kind behind a path of the API. */
  public Optional<ResourceType> byPath(String group, String version, String plural) {
    return all().stream()
        .filter(type -> type.plural().equals(plural) && type.group().equals(group))
        .filter(type -> type.version().equals(version))
        .findFirst();
  }

  /** The kind of an object. */
  public Optional<ResourceType> byKind(String apiVersion, String kind) {
    return all().stream()
        .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
        .findFirst();
  }

  /** A kind by the resource that it is stored under. */
  public Optional<ResourceType> byResource(String resource) {
    return all().stream().filter(type -> type.resource().equals(resource)).findFirst();
  }

  /** The groups and their versions, the preferred first. */
  public Map<String, List<String>> groups() {
    return all().stream()
        .collect(
            Collectors.groupingBy(
                ResourceType::group,
                TreeMap::new,
                Collectors.mapping(
                    ResourceType::version,
                    Collectors.collectingAndThen(
                        Collectors.toSet(), versions -> VersionOrder.preferredFirst(versions)))));
  }

  /** The kinds of a group's version. */
  public List<ResourceType> in(String group, String version) {
    return all().stream()
        .filter(type -> type.group().equals(group) && type.version().equals(version))
        .toList();
  }

  /** Serves what a definition defines, in place of what it defined before. */
  public synchronized void define(Map<String, Object> definition) {
    String name = Definitions.name(definition);
    Map<String, List<ResourceType>> next = new LinkedHashMap<>(custom);
    next.put(name, Definitions.types(definition));
    custom = Map.copyOf(next);
  }

  /** Serves what a definition defined no longer. */
  public synchronized void forget(String definitionName) {
    Map<String, List<ResourceType>> next = new LinkedHashMap<>(custom);
    next.remove(definitionName);
    custom = Map.copyOf(next);
  }
}
