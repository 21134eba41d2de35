package io.tocsin.notifier.config;

/**
 * Something wrong with one key of the configuration.
 *
 * @param key the key in the ConfigMap or Secret, such as {@code template.app-deployed}
 * @param sentence what is wrong with it; holds no secret
 * @param place where in the key's text
 * @param reason the sentence without the place, for whoever shows that by itself
 */
public record Problem(Severity severity, String key, String sentence, Place place, String reason) {
  /** Whether the key can be used all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Problem error(String key, String sentence) {
    return error(key, sentence, Place.WHOLE, sentence);
  }

  static Problem error(String key, String sentence, Place place) {
    return error(key, sentence, place, sentence);
  }

  static Problem error(String key, String sentence, Place place, String reason) {
    return new Problem(Severity.ERROR, key, sentence, place, reason);
  }

  static Problem warning(String key, String sentence) {
    return warning(key, sentence, Place.WHOLE);
  }

  static Problem warning(String key, String sentence, Place place) {
    return new Problem(Severity.WARNING, key, sentence, place, sentence);
  }

  @Override
  public String toString() {
    return key + ": " + sentence;
  }
}
