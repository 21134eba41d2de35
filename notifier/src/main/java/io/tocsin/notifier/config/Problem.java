package io.tocsin.notifier.config;

/**
 * Something wrong with one key of the configuration.
 *
 * @param key the key in the ConfigMap or Secret, such as {@code template.app-deployed}
 * @param sentence what is wrong with it; holds no secret
 * @param place where in the key's text
 * @param reason the sentence without the place, for whoever shows that by itself
 * @param lacking what of the configuration would have to change
 */
public record Problem(
    Severity severity, String key, String sentence, Place place, String reason, Lacking lacking) {
  /** What something is wrong with. */
  public enum Lacking {
    /** The key's own text. */
    TEXT,
    /** The Secret, which has no value for what the text refers to. */
    SECRET
  }

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
    return error(key, sentence, place, reason, Lacking.TEXT);
  }

  static Problem error(String key, String sentence, Place place, String reason, Lacking lacking) {
    return new Problem(Severity.ERROR, key, sentence, place, reason, lacking);
  }

  static Problem warning(String key, String sentence) {
    return warning(key, sentence, Place.WHOLE);
  }

  static Problem warning(String key, String sentence, Place place) {
    return new Problem(Severity.WARNING, key, sentence, place, sentence, Lacking.TEXT);
  }

  @Override
  public String toString() {
    return key + ": " + sentence;
  }
}
