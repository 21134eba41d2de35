package io.tocsin.bench.load.report;

import java.util.List;

/** Pieces of a page. */
final class Html {
  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A table whose cells are text. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<table>").append(row("th", head));
    rows.forEach(row -> table.append(row("td", row)));
    return table.append("</table>\n").toString();
  }

  private static String row(String cell, List<String> values) {
    StringBuilder row = new StringBuilder("<tr>");
    values.forEach(value -> row.append("<%s>%s</%s>".formatted(cell, escape(value), cell)));
    return row.append("</tr>\n").toString();
  }
}
