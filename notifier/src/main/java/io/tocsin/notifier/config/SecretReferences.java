package io.tocsin.notifier.config;

import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the Secret's values where a service's options say {@code $key}. A key that is missing is an
 * error where it would go out to somebody: as a whole value, in a URL, in a header.
 */
final class SecretReferences {
  private static final Pattern KEY = Pattern.compile("[$][\\w-]+");

  private final String owner;
  private final ConfigurationSource source;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> values = new LinkedHashSet<>();

  SecretReferences(String owner, ConfigurationSource source) {
    this.owner = owner;
    this.source = source;
  }

  /** A copy of the options with every reference replaced. */
  Map<String, Object> resolve(Map<String, Object> options) {
    return Yaml.asMapping(resolve("", options, false));
  }

  /** The secrets that were put in. */
  Set<String> values() {
    return values;
  }

  List<Problem> problems() {
    return problems;
  }

  private Object resolve(String path, Object value, boolean header) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (name, item) -> {
              String at = path.isEmpty() ? name.toString() : path + "." + name;
              copy.put(name.toString(), resolve(at, item, header || name.equals("headers")));
            });
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(resolve(path + "[" + copy.size() + "]", item, header)));
        yield copy;
      }
      case String text -> text(path, text, header);
      case null, default -> value;
    };
  }

  private String text(String path, String text, boolean header) {
    return KEY.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(path, text, header, match)));
  }

  private String replacement(String path, String text, boolean header, MatchResult match) {
    String reference = match.group();
    return source
        .secret(reference.substring(1))
        .map(
            value -> {
              values.add(value.strip());
              return value;
            })
        .orElseGet(
            () -> {
              missing(path, reference, header || reference.equals(text) || isUrl(path, text));
              return reference;
            });
  }

  private void missing(String path, String reference, boolean goesOut) {
    String sentence =
        "refers in %s to %s, but the Secret has no key %s"
            .formatted(path, reference, reference.substring(1));
    String meant =
        Nearest.to(reference.substring(1), source.secrets().keySet())
            .map(near -> "; did you mean $" + near + "?")
            .orElse("");
    Place place = Place.at(path);
    problems.add(
        goesOut
            ? Problem.error(owner, sentence + meant, place)
            : Problem.warning(owner, sentence + "; the text stays as it is" + meant, place));
  }

  private static boolean isUrl(String path, String text) {
    return text.contains("://") || path.toLowerCase(Locale.ROOT).endsWith("url");
  }
}
