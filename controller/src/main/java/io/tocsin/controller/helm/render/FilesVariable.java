package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.controller.helm.chart.Globs;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoFunction.Body;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code .Files}: a map from paths to bytes, with methods. Immutable. */
final class FilesVariable extends AbstractMap<String, Object> implements GoObject {
  private final Map<String, byte[]> files;

  private FilesVariable(Map<String, byte[]> files) {
    this.files = files;
  }

  static FilesVariable of(List<ChartFile> files) {
    Map<String, byte[]> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file.data()));
    return new FilesVariable(byPath);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return Collections.unmodifiableMap(new TreeMap<String, Object>(files)).entrySet();
  }

  @Override
  public String typeName() {
    return "engine.files";
  }

  @Override
  public Map<String, Object> fields() {
    return Map.of();
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return switch (name) {
      case "Get" -> method(name, GoType.STRING, a -> text(bytes(a[0])), GoType.STRING);
      case "GetBytes" -> method(name, GoType.BYTES, a -> bytes(a[0]).clone(), GoType.STRING);
      case "Glob" -> method(name, GoType.ANY, a -> glob((String) a[0]), GoType.STRING);
      case "Lines" -> method(name, GoType.STRINGS, a -> lines(bytes(a[0])), GoType.STRING);
      case "AsConfig" -> method(name, GoType.STRING, _ -> yaml(FilesVariable::text));
      case "AsSecrets" ->
          method(name, GoType.STRING, _ -> yaml(Base64.getEncoder()::encodeToString));
      default -> Optional.empty();
    };
  }

  private static Optional<GoFunction> method(
      String name, GoType result, Body body, GoType... parameters) {
    return Optional.of(GoFunction.of(name, result, body, parameters));
  }

  private byte[] bytes(Object path) {
    return files.getOrDefault(path, new byte[0]);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private FilesVariable glob(String glob) {
    Pattern pattern = Globs.path(glob);
    Map<String, byte[]> found = new TreeMap<>();
    files.forEach(
        (path, data) -> {
          if (pattern.matcher(path).matches()) {
            found.put(path, data);
          }
        });
    return new FilesVariable(found);
  }

  private static List<Object> lines(byte[] bytes) {
    String text = text(bytes);
    if (text.isEmpty()) {
      return GoTyped.list(GoType.STRINGS, List.of());
    }
    String trimmed = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return GoTyped.list(GoType.STRINGS, List.of(trimmed.split("\n", -1)));
  }

  /** A mapping from the names of the files, without their directories. */
  private String yaml(Function<byte[], String> form) {
    Map<String, Object> named = new TreeMap<>();
    files.forEach(
        (path, data) -> named.put(path.substring(path.lastIndexOf('/') + 1), form.apply(data)));
    return YamlFunctions.chomped(GoYaml.write(named));
  }
}
