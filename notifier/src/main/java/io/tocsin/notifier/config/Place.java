package io.tocsin.notifier.config;

/**
 * Where something stands in a key's text.
 *
 * @param path of the value in the YAML that the text is, such as {@code webhook.x.body} or {@code
 *     [0].when}; empty for the text as a whole; may name a value that is not there
 * @param offset in that value, or in the text where the path is empty, in UTF-16 indices; negative
 *     where that is not known
 */
public record Place(String path, int offset) {
  /** The text as a whole. */
  public static final Place WHOLE = new Place("", -1);

  /** A value, without knowing where in it. */
  public static Place at(String path) {
    return new Place(path, -1);
  }

  /** The same inside a value that stands at that path. */
  Place inside(String outer) {
    boolean joined = path.isEmpty() || path.startsWith("[") || outer.isEmpty();
    return new Place(outer + (joined ? "" : ".") + path, offset);
  }
}
