package io.tocsin.notifier.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns, two spaces apart and five wide at least, as kubectl prints them. */
public final class Table {
  private static final int LEAST = 5;
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  public Table(String... header) {
    rows.add(header);
  }

  public void row(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    Arrays.fill(widths, LEAST);
    for (String[] row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      for (int column = 0; column < columns - 1; column++) {
        text.append(row[column])
            .append(" ".repeat(widths[column] - row[column].length()))
            .append(GAP);
      }
      text.append(row[columns - 1]).append('\n');
    }
    return text.toString();
  }
}
