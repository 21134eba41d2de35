package io.tocsin.services.email;

import java.util.regex.Pattern;

/** What people read of an HTML page who see no HTML. */
final class PlainText {
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<!--.*?-->");
  private static final Pattern LINK =
      Pattern.compile("(?is)<a\\b[^>]*\\bhref=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h[1-6])>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

  private PlainText() {}

  static String of(String html) {
    String visible = HIDDEN.matcher(html).replaceAll("");
    String lines = BREAK.matcher(LINK.matcher(visible).replaceAll("$2 ($1)")).replaceAll("\n");
    return unescape(TAG.matcher(lines).replaceAll(""))
            .replaceAll("[ \\t]+", " ")
            .replaceAll(" ?\\n ?", "\n")
            .replaceAll("\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  private static String unescape(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&");
  }
}
