package io.tocsin.notifier.preview;

/** What remains of HTML where there is but text. */
final class HtmlText {
  private HtmlText() {}

  static String of(String html) {
    return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1\\s*>", "")
        .replaceAll("(?i)<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>", "\n")
        .replaceAll("(?i)<li\\b[^>]*>", "• ")
        .replaceAll("(?s)<[^>]*>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("[ \\t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }
}
