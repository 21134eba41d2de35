package io.tocsin.templates.golang.time;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a layout: text as it is, then an element.
 *
 * @param prefix the text before the element
 * @param element null at the end of a layout
 * @param text the element as the layout has it
 */
record Chunk(String prefix, Element element, String text) {
  /** The pieces of a layout; the last one has no element. */
  static List<Chunk> of(String layout) {
    List<Chunk> chunks = new ArrayList<>();
    LayoutScanner scanner = new LayoutScanner(layout);
    boolean more = true;
    while (more) {
      int from = scanner.end();
      more = scanner.next();
      chunks.add(
          new Chunk(
              layout.substring(from, scanner.start()),
              scanner.element(),
              layout.substring(scanner.start(), scanner.end())));
    }
    return chunks;
  }

  /** The number of digits of a fraction. */
  int digits() {
    return text.length() - 1;
  }
}
