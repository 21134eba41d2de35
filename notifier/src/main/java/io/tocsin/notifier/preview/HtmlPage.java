package io.tocsin.notifier.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows previews as one page that needs nothing else. What a template made is text in it, and
 * nothing more: no script runs, nothing is fetched, only links of the web can be followed. The HTML
 * of a mail is in a frame of its own, which may do nothing.
 */
public final class HtmlPage {
  private final HtmlParts parts = new HtmlParts();
  private final StringBuilder out = new StringBuilder();

  private HtmlPage() {}

  /**
   * The page.
   *
   * @param title such as the template's name
   */
  public static String of(String title, List<Preview> previews) {
    HtmlPage page = new HtmlPage();
    page.head(title);
    previews.forEach(page::preview);
    page.out.append("</main>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void head(String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .append(Html.escape(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(Html.escape(title))
        .append("</h1>\n");
  }

  private void preview(Preview preview) {
    out.append("<section>\n<h2>").append(Html.escape(preview.service()));
    if (!preview.service().equals(preview.type())) {
      out.append(" <small>").append(Html.escape(preview.type())).append("</small>");
    }
    out.append("</h2>\n");
    switch (preview.view()) {
      case View.Mail mail -> mail(mail);
      case View.Chat(var all) -> {
        out.append("<div class=\"bubble\">\n");
        all.forEach(part -> out.append(parts.part(part)));
        out.append("</div>\n");
      }
      case View.Request(var line, var body) ->
          out.append("<div class=\"request\">")
              .append(Html.escape(line))
              .append("</div>\n")
              .append(pre(body));
      case View.Said(var yaml) -> out.append(pre(yaml));
      case View.Nothing() ->
          out.append("<p class=\"nothing\">The template says nothing for it.</p>\n");
      case View.Failed(var reason) ->
          out.append("<p class=\"nothing\">It cannot be rendered: ")
              .append(Html.escape(reason))
              .append("</p>\n");
    }
    out.append("</section>\n");
  }

  private void mail(View.Mail mail) {
    out.append("<div class=\"mail\">\n<div class=\"subject\">")
        .append(Html.escape(mail.subject()))
        .append("</div>\n");
    if (mail.html()) {
      out.append("<iframe sandbox=\"\" title=\"the mail\" srcdoc=\"")
          .append(Html.escape(mail.body()))
          .append("\"></iframe>\n");
    } else {
      out.append(pre(mail.body()));
    }
    out.append("</div>\n");
  }

  private static String pre(String text) {
    return "<pre>" + Html.escape(text.strip()) + "</pre>\n";
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
