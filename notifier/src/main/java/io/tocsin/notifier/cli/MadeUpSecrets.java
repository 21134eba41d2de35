package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.ConfigurationSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values in place of those that a Secret lacks, where nothing is sent. */
final class MadeUpSecrets {
  private static final Pattern REFERENCE = Pattern.compile("[$]([\\w-]+)");

  private MadeUpSecrets() {}

  /** The source, with a value for each key that is referred to. */
  static ConfigurationSource in(ConfigurationSource source) {
    Map<String, byte[]> secrets = new HashMap<>(source.secrets());
    source.data().values().stream()
        .flatMap(text -> REFERENCE.matcher(text).results())
        .map(match -> match.group(1))
        .forEach(key -> secrets.putIfAbsent(key, value(key).getBytes(StandardCharsets.UTF_8)));
    return new ConfigurationSource(
        source.namespace(), source.data(), secrets, source.certificates());
  }

  private static String value(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (name.contains("port")) {
      return "1";
    }
    return name.contains("url") || name.contains("hook") ? "https://made-up.invalid/" : "made-up";
  }
}
