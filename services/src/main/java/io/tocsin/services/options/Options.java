package io.tocsin.services.options;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The options of one object, read key by key. Each getter notes that its key is known and, on a
 * value of the wrong type, an error; the keys never asked for become warnings. Not thread-safe.
 */
public final class Options {
  private static final int SHORTEST_TOKEN = 6;

  private final String at;
  private final String path;
  private final Map<?, ?> values;
  private final Report report;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Options> nested = new ArrayList<>();

  private Options(String at, String path, Map<?, ?> values, Report report) {
    this.at = at;
    this.path = path;
    this.values = values;
    this.report = report;
  }

  /**
   * Reads a definition.
   *
   * @param at the object in the words of its reader, such as {@code service.webhook.dingtalk}
   * @param reader asks for every key and answers with what builds the value, which is called when
   *     there was no error
   */
  public static <T> Validated<T> read(
      String at, Map<String, Object> values, Function<Options, Supplier<T>> reader) {
    Report report = new Report();
    Options options = new Options(at, "", values, report);
    Supplier<T> builder = reader.apply(options);
    options.reportUnknown();
    return report.finish(builder);
  }

  /** The text of a key; numbers and truth values are taken as their text. */
  public Optional<String> string(String key) {
    return value(key).flatMap(value -> scalar(key, value));
  }

  /** The text of a key; an error when it is missing, and then empty. */
  public String required(String key) {
    return string(key).filter(text -> !text.isEmpty()).orElseGet(() -> missing(key));
  }

  /** The text of a key that nobody may see. */
  public Optional<String> secret(String key) {
    Optional<String> text = string(key).filter(value -> !value.isEmpty());
    text.ifPresent(report::secret);
    return text;
  }

  /** The text of a key that nobody may see; an error when it is missing, and then empty. */
  public String requiredSecret(String key) {
    return secret(key).orElseGet(() -> missing(key));
  }

  /** A URL over HTTP; an error when it is none. Nobody may see the tokens in it. */
  public Optional<String> url(String key) {
    Optional<String> text = string(key).filter(value -> !value.isEmpty());
    text.ifPresent(value -> checkUrl(key, value));
    return text;
  }

  /** The URL of a key; an error when it is missing, and then empty. */
  public String requiredUrl(String key) {
    return url(key).orElseGet(() -> missing(key));
  }

  /** URLs by name, such as those of several rooms. Nobody may see the tokens in them. */
  public Map<String, String> urls(String key) {
    Map<String, String> urls = stringMap(key);
    urls.forEach((name, url) -> checkUrl(key + "." + name, url));
    return urls;
  }

  /**
   * Values by name that nobody may see, such as tokens of several accounts; of {@code Bearer x}
   * nobody may see the {@code x}.
   */
  public Map<String, String> secretMap(String key) {
    Map<String, String> secrets = stringMap(key);
    secrets.values().forEach(this::hideHeader);
    return secrets;
  }

  /** Notes the value of a header that nobody may see, nor the token that it ends with. */
  public void hideHeader(String value) {
    hide(value);
    String token = value.substring(value.lastIndexOf(' ') + 1);
    if (token.length() >= SHORTEST_TOKEN) {
      hide(token);
    }
  }

  /** Notes a value that nobody may see. */
  public void hide(String value) {
    report.secret(value);
  }

  /** What nobody may see, of all that was read so far. */
  public List<String> secrets() {
    return report.secrets();
  }

  /** A key whose value is true or false. */
  public boolean flag(String key, boolean otherwise) {
    return value(key)
        .flatMap(
            value ->
                switch (String.valueOf(value)) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> wrong(key, "true or false", value);
                })
        .orElse(otherwise);
  }

  /** A whole number. */
  public Optional<Long> integer(String key) {
    return value(key)
        .flatMap(
            value -> {
              try {
                return Optional.of(Long.valueOf(String.valueOf(value)));
              } catch (NumberFormatException notWhole) {
                return wrong(key, "a whole number", value);
              }
            });
  }

  /** A duration: {@code 5s}, or a number of nanoseconds as Go reads one from JSON. */
  public Optional<Duration> duration(String key) {
    return value(key)
        .flatMap(
            value ->
                switch (value) {
                  case Integer nanos when nanos >= 0 -> Optional.of(Duration.ofNanos(nanos));
                  case Long nanos when nanos >= 0 -> Optional.of(Duration.ofNanos(nanos));
                  case String text when GoDuration.parse(text).isPresent() ->
                      GoDuration.parse(text);
                  default -> wrong(key, "a duration such as 5s or 1m30s", value);
                });
  }

  /** A list of texts; empty when the key is absent. */
  public List<String> strings(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      scalar(key, item).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** A map from name to text, in its order; empty when the key is absent. */
  public Map<String, String> stringMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(key)
        .ifPresent(
            map ->
                map.forEach(
                    (name, value) ->
                        scalar(key + "." + name, value)
                            .ifPresent(text -> texts.put(String.valueOf(name), text))));
    return texts;
  }

  /** An object with keys of its own. */
  public Optional<Options> object(String key) {
    return map(key).map(map -> nest(key, map));
  }

  /** A list of objects with keys of their own. */
  public List<Options> objects(String key) {
    List<Options> objects = new ArrayList<>();
    int index = 0;
    for (Object item : list(key)) {
      String place = key + "[" + index++ + "]";
      if (item instanceof Map<?, ?> map) {
        objects.add(nest(place, map));
      } else {
        wrong(place, "a map", item);
      }
    }
    return objects;
  }

  /** A map from name to an object with keys of its own. */
  public Map<String, Options> namedObjects(String key) {
    Map<String, Options> objects = new LinkedHashMap<>();
    map(key)
        .ifPresent(
            map ->
                map.forEach(
                    (name, item) -> {
                      if (item instanceof Map<?, ?> inner) {
                        objects.put(String.valueOf(name), nest(key + "." + name, inner));
                      } else {
                        wrong(key + "." + name, "a map", item);
                      }
                    }));
    return objects;
  }

  /** Notes an error about a key, in words that follow the key's name. */
  public void error(String key, String words) {
    report.error(path + key, at + ": " + key + " " + words);
  }

  /** Notes a warning about a key, in words that follow the key's name. */
  public void warn(String key, String words) {
    report.warn(path + key, at + ": " + key + " " + words);
  }

  /** Knows a key without reading it, as one that the original reads and does not use. */
  public void known(String... keys) {
    known.addAll(List.of(keys));
  }

  private Options nest(String place, Map<?, ?> map) {
    Options inner = new Options(at + ": " + place, path + place + ".", map, report);
    nested.add(inner);
    return inner;
  }

  private Optional<Object> value(String key) {
    known.add(key);
    return Optional.ofNullable(Keys.find(values, key));
  }

  private List<?> list(String key) {
    return value(key)
        .<List<?>>flatMap(
            value ->
                value instanceof List<?> list ? Optional.of(list) : wrong(key, "a list", value))
        .orElse(List.of());
  }

  private Optional<Map<?, ?>> map(String key) {
    return value(key)
        .flatMap(
            value ->
                value instanceof Map<?, ?> map ? Optional.of(map) : wrong(key, "a map", value));
  }

  private Optional<String> scalar(String key, Object value) {
    return switch (value) {
      case null -> Optional.of("");
      case String text -> Optional.of(text);
      case Number number -> Optional.of(String.valueOf(number));
      case Boolean truth -> Optional.of(String.valueOf(truth));
      default -> wrong(key, "a text", value);
    };
  }

  private void checkUrl(String key, String url) {
    if (UrlSecrets.valid(url)) {
      UrlSecrets.in(url).forEach(report::secret);
    } else {
      error(key, "must be a URL that begins with http:// or https://");
    }
  }

  private String missing(String key) {
    if (report.silentAbout(at, key)) {
      error(key, "is missing");
    }
    return "";
  }

  private <T> Optional<T> wrong(String key, String expected, Object value) {
    error(key, "must be " + expected + ", not " + kind(value));
    return Optional.empty();
  }

  private static String kind(Object value) {
    return switch (value) {
      case null -> "nothing";
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> map -> "a map of " + map.size();
      case String text -> "a text of " + text.length() + " characters";
      case Number _ -> "a number";
      default -> String.valueOf(value);
    };
  }

  private void reportUnknown() {
    for (Object key : values.keySet()) {
      String name = String.valueOf(key);
      if (!Keys.known(name, known)) {
        report.warn(path + name, Nearest.unknown(at, name, known));
      }
    }
    nested.forEach(Options::reportUnknown);
  }
}
