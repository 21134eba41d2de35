package io.tocsin.notifier.cli;

import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.Note;
import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.List;
import java.util.Map;

/** Writes a translation as manifests of a ConfigMap and a Secret, with its notes as comments. */
final class TranslationText {
  private final StringBuilder text = new StringBuilder();
  private final String namespace;

  private TranslationText(String namespace) {
    this.namespace = namespace;
  }

  /**
   * Writes. Values of the Secret that stand elsewhere are empty; a comment says where.
   *
   * @param namespace of the manifests; empty for none
   */
  static String of(Translation translation, String namespace) {
    TranslationText text = new TranslationText(namespace);
    translation.notes().forEach(note -> text.comment("", line(note)));
    text.configMap(translation.data());
    if (!translation.secrets().isEmpty()) {
      text.secret(translation.secrets());
    }
    return text.text.toString();
  }

  /** A note as one line. */
  static String line(Note note) {
    return (note.wrong() ? "error: " : "note: ") + note.toString().replaceAll("\\R", " ");
  }

  private void configMap(Map<String, String> data) {
    head("ConfigMap", ControllerOptions.CONFIG_MAP, data.isEmpty() ? "data: {}" : "data:");
    data.forEach((key, value) -> text.append("  ").append(scalar(key)).append(block(value)));
  }

  private void secret(Map<String, SecretValue> values) {
    text.append("---\n");
    head("Secret", ControllerOptions.SECRET, "stringData:");
    values.forEach(this::secret);
  }

  private void secret(String name, SecretValue value) {
    String content =
        switch (value) {
          case SecretValue.Text(String known) -> known;
          case SecretValue.Key(String of, String secret, String key) -> {
            comment("  ", "copy the key %s of the Secret %s/%s".formatted(key, of, secret));
            yield "";
          }
        };
    text.append("  %s: %s%n".formatted(scalar(name), Yaml.compact(content)));
  }

  private void head(String kind, String name, String data) {
    text.append("apiVersion: v1\nkind: ").append(kind).append("\nmetadata:\n");
    text.append("  name: ").append(name).append('\n');
    if (!namespace.isEmpty()) {
      text.append("  namespace: ").append(scalar(namespace)).append('\n');
    }
    text.append(data).append('\n');
  }

  private void comment(String indent, String line) {
    text.append(indent).append("# ").append(line.replaceAll("\\R", " ")).append('\n');
  }

  /** The text of several lines as it is, where YAML can have it so. */
  private static String block(String value) {
    if (value.isBlank() || value.matches("(?s).*[\\p{Cntrl}\\uFEFF&&[^\\n\\t]].*")) {
      return ": " + Yaml.compact(value) + "\n";
    }
    String indent = List.of(" ", "\n").contains(value.substring(0, 1)) ? "2" : "";
    String whole = value.endsWith("\n") ? value : value + "\n";
    return ": |%s%s%n%s".formatted(indent, chomping(value), whole.replaceAll("(?m)^(?=.)", "    "));
  }

  private static String chomping(String value) {
    if (!value.endsWith("\n")) {
      return "-";
    }
    return value.endsWith("\n\n") ? "+" : "";
  }

  /** The text, in quotes where it would be something else without them. */
  private static String scalar(String value) {
    return value.equals(Yaml.parse(value)) ? value : Yaml.compact(value);
  }
}
