package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a generator's {@code envs}, {@code literals} and {@code files} hold. */
final class KeyValues {
  private final Fields generator;
  private final FileTree tree;
  private final String folder;
  private final Map<String, byte[]> values = new LinkedHashMap<>();

  KeyValues(Fields generator, FileTree tree, String folder) {
    this.generator = generator;
    this.tree = tree;
    this.folder = folder;
  }

  Map<String, byte[]> read() {
    List<String> environments = new ArrayList<>(generator.texts("envs"));
    if (generator.has("env")) {
      environments.add(generator.text("env"));
    }
    for (String environment : environments) {
      environment(Places.file(folder, environment, generator));
    }
    generator.texts("literals").forEach(this::literal);
    generator.texts("files").forEach(this::file);
    return values;
  }

  private void environment(String file) {
    for (String line : tree.text(file).lines().toList()) {
      String entry = line.stripLeading();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw generator.error(
            "%s: \"%s\" would be taken from the builder's environment, which is not done here"
                .formatted(file, entry));
      }
      put(entry.substring(0, equals), bytes(entry.substring(equals + 1)));
    }
  }

  private void literal(String literal) {
    int equals = literal.indexOf('=');
    if (equals < 1) {
      throw generator.error("literal \"%s\" is not of the form key=value".formatted(literal));
    }
    put(literal.substring(0, equals), bytes(unquoted(literal.substring(equals + 1))));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void file(String entry) {
    int equals = entry.indexOf('=');
    String path = entry.substring(equals + 1);
    String key = equals < 0 ? TreePath.name(path) : entry.substring(0, equals);
    put(key, tree.read(Places.file(folder, path, generator)));
  }

  private void put(String key, byte[] value) {
    if (!key.matches("[-._a-zA-Z0-9]+")) {
      throw generator.error("\"%s\" is no key of a ConfigMap or Secret".formatted(key));
    }
    if (values.put(key, value) != null) {
      throw generator.error("key \"%s\" is there twice".formatted(key));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
