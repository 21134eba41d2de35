package io.tocsin.notifier.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values in place of those that a Secret lacks, where nothing is sent. */
public final class MadeUpSecrets {
  private static final Pattern REFERENCE = Pattern.compile("[$]([\\w-]+)");
  private static final String URL = "https://made-up.invalid/";

  private MadeUpSecrets() {}

  /** The keys of the Secret that a text refers to. */
  public static Stream<String> references(String text) {
    return REFERENCE.matcher(text).results().map(match -> match.group(1));
  }

  /** The source, with a value for each key that is referred to, by what the key is called. */
  public static ConfigurationSource in(ConfigurationSource source) {
    return in(source, MadeUpSecrets::value);
  }

  /** The source, with a URL for each key that is referred to: all options take one. */
  public static ConfigurationSource urlsIn(ConfigurationSource source) {
    return in(source, _ -> URL);
  }

  private static ConfigurationSource in(ConfigurationSource source, UnaryOperator<String> values) {
    Map<String, byte[]> secrets = new HashMap<>(source.secrets());
    source.data().values().stream()
        .flatMap(MadeUpSecrets::references)
        .forEach(key -> secrets.putIfAbsent(key, values.apply(key).getBytes(UTF_8)));
    return new ConfigurationSource(
        source.namespace(), source.data(), secrets, source.certificates());
  }

  private static String value(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (name.contains("port")) {
      return "1";
    }
    return name.contains("url") || name.contains("hook") ? URL : "made-up";
  }
}
