package io.tocsin.notifier.lint.source;

/**
 * A text that stands in a file, directly or as a value of YAML in it, and knows the place of each
 * of its characters. Immutable.
 */
public final class Passage {
  private final Passage file;
  private final String name;
  private final String text;
  private final int[] offsets;

  private Passage(Passage file, String name, String text, int[] offsets) {
    this.file = file == null ? this : file;
    this.name = name;
    this.text = text;
    this.offsets = offsets;
  }

  /** A whole file. */
  public static Passage ofFile(String name, String text) {
    return new Passage(null, name, text, null);
  }

  public String text() {
    return text;
  }

  /** The scalar whose notation begins at that offset of this text, as the text that it means. */
  Passage scalar(int start, String value) {
    int[] inner = new ScalarAligner(text, start, value).offsets();
    int[] mapped = new int[inner.length];
    for (int i = 0; i < inner.length; i++) {
      mapped[i] = offsetInFile(inner[i]);
    }
    return new Passage(file, name, value, mapped);
  }

  /** The place of a character; of the last one for any offset beyond. */
  public Position position(int offset) {
    int at = offsetInFile(offset);
    String source = file.text;
    int lineStart = source.lastIndexOf('\n', at - 1) + 1;
    int line = 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    return new Position(name, line, 1 + source.codePointCount(lineStart, at));
  }

  private int offsetInFile(int offset) {
    int within = Math.clamp(offset, 0, text.length());
    return offsets == null ? within : offsets[within];
  }
}
