package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How kubewatch words a message, as parts of a Go template.
 *
 * @param prelude sets {@code $kind}, {@code $namespace}, {@code $name}, {@code $reason}, {@code
 *     $text} and {@code $status}
 * @param plain prints the text
 */
record Wording(String prelude, String plain) {
  private static final String TOLD =
      """
      {{- $namespace := .obj.metadata.namespace | default "" -}}
      {{- $name := .obj.metadata.name -}}
      {{- $reason := .event | title -}}
      """;
  private static final String STATUS =
      """
      {{- $status := get (dict "created" "Normal" "updated" "Warning" "deleted" "Danger") .event -}}
      """;
  private static final String TEXT =
      "\"A `%s` in namespace `%s` has been `%s`:\\n`%s`\" $kind $namespace $reason $name";

  /** Of the versions since 2021, which say the kind as the API does. */
  static Wording current() {
    return current(".obj.kind", "{{.obj.kind}}");
  }

  /** Of a custom resource, which is called by its plural. */
  static Wording custom(String plural) {
    return current(Yaml.compact(plural), plural);
  }

  private static Wording current(String value, String printed) {
    return new Wording(
        "{{- $kind := %s -}}\n".formatted(value)
            + TOLD
            + "{{- $text := printf %s -}}\n".formatted(TEXT)
            + STATUS,
        """
        A `%s` in namespace `{{.obj.metadata.namespace | default ""}}` has been `{{.event | title}}`:
        `{{.obj.metadata.name}}`\
        """
            .formatted(printed));
  }

  /**
   * Of the versions until 2021: kinds in words, and three of them without a namespace.
   *
   * @param kinds those that are watched
   */
  static Wording old(Set<String> kinds) {
    String names =
        Kind.ALL.stream()
            .filter(kind -> kinds.contains(kind.kind()) && !kind.old().equals(kind.kind()))
            .map(kind -> " " + Yaml.compact(kind.kind()) + " " + Yaml.compact(kind.old()))
            .collect(Collectors.joining());
    String prelude =
        "{{- $kind := get (dict%s) .obj.kind | default .obj.kind -}}\n".formatted(names)
            + TOLD
            + "{{- $text := printf %s -}}\n".formatted(TEXT)
            + "{{- if has $kind (list \"namespace\" \"node\" \"cluster role\") -}}\n"
            + "{{- $text = printf \"A %s `%s` has been `%s`\" $kind $name $reason -}}\n"
            + "{{- end -}}\n"
            + STATUS;
    return new Wording(prelude, prelude + "{{$text}}");
  }

  /** Of the versions until 2021, for the events that they always told of. */
  static Wording alerts() {
    List<String> texts =
        List.of(
            "\"NodeReady\" (printf \"Node `%s` is Ready : \\nNodeReady\" $name)",
            "\"NodeNotReady\" (printf \"Node `%s` is Not Ready : \\nNodeNotReady\" $name)",
            "\"Rebooted\" (printf \"Node `%s` Rebooted : \\nNodeRebooted\" $name)",
            "\"BackOff\" (printf \"Pod `%s` in `%s` Crashed : \\nCrashLoopBackOff %s\" $name"
                + " $namespace $reason)");
    String prelude =
        "{{- $kind := get (dict \"Rebooted\" \"NodeRebooted\" \"BackOff\" \"Backoff\") .obj.reason"
            + " | default .obj.reason -}}\n"
            + TOLD
            + "{{- $text := get (dict\n    "
            + String.join("\n    ", texts)
            + ") .obj.reason -}}\n"
            + "{{- $status := \"Danger\" -}}\n"
            + "{{- if and (eq .event \"updated\") (ne $kind \"Backoff\") -}}\n"
            + "{{- $status = \"Warning\" -}}\n"
            + "{{- else if and (eq .event \"created\") (eq $kind \"NodeReady\") -}}\n"
            + "{{- $status = \"Normal\" -}}\n"
            + "{{- end -}}\n";
    return new Wording(prelude, prelude + "{{$text}}");
  }
}
