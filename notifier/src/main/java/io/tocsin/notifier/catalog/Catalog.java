package io.tocsin.notifier.catalog;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.services.options.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The triggers and templates that come along, in one language. Immutable.
 *
 * @param entries in the order of their triggers' names
 * @param texts keys of {@code argocd-notifications-cm} with their texts
 */
public record Catalog(List<Entry> entries, Map<String, String> texts) {
  private static final String MESSAGE = "message";

  /** All of it. */
  public static Catalog in(Language language) {
    Map<String, String> texts = new LinkedHashMap<>();
    Yaml.asMapping(Yaml.mapping(manifest(language)).get("data"))
        .forEach((key, text) -> texts.put(key, text.toString()));
    return new Catalog(
        texts.keySet().stream().filter(Entry::isTrigger).map(key -> Entry.of(key, texts)).toList(),
        texts);
  }

  /** The ConfigMap as it is applied. */
  public static String manifest(Language language) {
    try (InputStream in = Catalog.class.getResourceAsStream(language + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What has some names.
   *
   * @param names of triggers or templates; none for all
   * @throws ConfigurationException when there is nothing of one
   */
  public Catalog only(Collection<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    names.forEach(this::check);
    List<Entry> chosen =
        entries.stream().filter(entry -> names.stream().anyMatch(entry::isCalled)).toList();
    Map<String, String> rest = new LinkedHashMap<>();
    for (Entry entry : chosen) {
      Stream.of(entry.triggerKey(), entry.templateKey())
          .forEach(key -> rest.put(key, texts.get(key)));
    }
    return new Catalog(chosen, rest);
  }

  private void check(String name) {
    Set<String> known = new TreeSet<>();
    entries.forEach(entry -> known.addAll(List.of(entry.trigger(), entry.template())));
    if (!known.contains(name)) {
      throw new ConfigurationException(
          "the catalog has no '%s' (there are %s)%s"
              .formatted(name, String.join(", ", known), Nearest.hint(name, known)));
    }
  }

  /**
   * What templates say for some services alone, beside their message.
   *
   * @param types keys of templates, such as {@code slack}
   * @throws ConfigurationException when the templates have no such key
   */
  public Catalog forServices(Collection<String> types) {
    Set<String> known = services();
    types.stream()
        .filter(type -> !known.contains(type))
        .findFirst()
        .ifPresent(
            type -> {
              throw new ConfigurationException(
                  "the catalog says nothing of its own for '%s' (it does for %s)%s"
                      .formatted(type, String.join(", ", known), Nearest.hint(type, known)));
            });
    Map<String, String> less = new LinkedHashMap<>(texts);
    entries.forEach(
        entry ->
            less.computeIfPresent(
                entry.templateKey(),
                (_, text) ->
                    Sections.of(text).only(key -> key.equals(MESSAGE) || types.contains(key))));
    return new Catalog(entries, less);
  }

  /** The keys that templates have besides the message. */
  public Set<String> services() {
    Set<String> services = new TreeSet<>();
    entries.forEach(entry -> services.addAll(Sections.of(entry.text()).byKey().keySet()));
    services.remove(MESSAGE);
    return services;
  }
}
