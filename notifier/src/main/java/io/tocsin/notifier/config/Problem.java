package io.tocsin.notifier.config;

/**
 * Something wrong with one key of the configuration.
 *
 * @param key the key in the ConfigMap or Secret, such as {@code template.app-deployed}
 * @param sentence what is wrong with it; holds no secret
 * @param place where in the key's text
 */
public record Problem(Severity severity, String key, String sentence, Place place) {
  /** Whether the key can be used all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Problem error(String key, String sentence) {
    return error(key, sentence, Place.WHOLE);
  }

  static Problem error(String key, String sentence, Place place) {
    return new Problem(Severity.ERROR, key, sentence, place);
  }

  static Problem warning(String key, String sentence) {
    return warning(key, sentence, Place.WHOLE);
  }

  static Problem warning(String key, String sentence, Place place) {
    return new Problem(Severity.WARNING, key, sentence, place);
  }

  @Override
  public String toString() {
    return key + ": " + sentence;
  }
}
