package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.translate.Translation;
import java.util.List;
import java.util.Map;

/** Translates kubewatch's configuration. */
public final class Kubewatch {
  private Kubewatch() {}

  /** Translates with nothing from kubewatch's environment. */
  public static Translation translate(Map<String, Object> document) {
    return translate(List.of(document), Options.NONE);
  }

  /**
   * Translates the first document that can hold a configuration: {@code .kubewatch.yaml} itself, a
   * ConfigMap that has it, or values of the Helm chart. What is wrong is noted, and the rest
   * translated.
   *
   * @param documents of a file
   */
  public static Translation translate(List<Map<String, Object>> documents, Options options) {
    Notes notes = new Notes();
    Map<String, Object> document =
        documents.stream().filter(Forms::holds).findFirst().orElse(Map.of());
    Settings settings = Settings.read(Forms.configuration(document, notes), notes);
    return new Writing(settings, options, notes).translation();
  }
}
