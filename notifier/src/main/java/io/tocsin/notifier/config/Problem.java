package io.tocsin.notifier.config;

/**
 * Something wrong with one key of the configuration.
 *
 * @param key the key in the ConfigMap or Secret, such as {@code template.app-deployed}
 * @param sentence what is wrong with it; holds no secret
 */
public record Problem(Severity severity, String key, String sentence) {
  /** Whether the key can be used all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Problem error(String key, String sentence) {
    return new Problem(Severity.ERROR, key, sentence);
  }

  static Problem warning(String key, String sentence) {
    return new Problem(Severity.WARNING, key, sentence);
  }

  @Override
  public String toString() {
    return key + ": " + sentence;
  }
}
