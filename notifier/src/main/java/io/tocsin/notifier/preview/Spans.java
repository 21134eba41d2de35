package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Span.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is bold, a link and so on in a line. */
final class Spans {
  private static final String CODE = "`(?<code>[^`]+)`";
  private static final String BARE = "(?<bare>https?://[^\\s<>()|\"'`]*[^\\s<>()|\"'`.,;:!?])";
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "!?\\[(?<title>[^\\]]*)\\]\\((?<address>[^)\\s]+)\\)|"
              + CODE
              + "|\\*\\*(?<bold>[^*]+)\\*\\*|~~(?<struck>[^~]+)~~"
              + "|(?<![\\w*])[*_](?<italic>[^*_\\s](?:[^*_]*[^*_\\s])?)[*_](?![\\w*])|"
              + BARE);
  private static final Pattern MRKDWN =
      Pattern.compile(
          "<(?<address>[^<>|\\s]+)(?:\\|(?<title>[^<>]*))?>|"
              + CODE
              + "|(?<!\\w)\\*(?<bold>[^*]+)\\*(?!\\w)|(?<!\\w)~(?<struck>[^~]+)~(?!\\w)"
              + "|(?<!\\w)_(?<italic>[^_]+)_(?!\\w)|"
              + BARE);

  private Spans() {}

  static List<Span> of(String line, Markup markup) {
    return switch (markup) {
      case PLAIN -> List.of(Span.plain(line));
      case MARKDOWN -> read(MARKDOWN.matcher(line), line);
      case MRKDWN -> read(MRKDWN.matcher(line), line);
    };
  }

  private static List<Span> read(Matcher matcher, String line) {
    List<Span> spans = new ArrayList<>();
    int done = 0;
    while (matcher.find()) {
      if (matcher.start() > done) {
        spans.add(Span.plain(line.substring(done, matcher.start())));
      }
      spans.add(span(matcher));
      done = matcher.end();
    }
    if (done < line.length()) {
      spans.add(Span.plain(line.substring(done)));
    }
    return spans;
  }

  private static Span span(Matcher found) {
    if (found.group("code") != null) {
      return new Span(found.group("code"), Look.CODE, "");
    }
    if (found.group("bold") != null) {
      return new Span(found.group("bold"), Look.BOLD, "");
    }
    if (found.group("struck") != null) {
      return new Span(found.group("struck"), Look.STRUCK, "");
    }
    if (found.group("italic") != null) {
      return new Span(found.group("italic"), Look.ITALIC, "");
    }
    String address = found.group(found.group("bare") == null ? "address" : "bare");
    String title = found.group("title");
    return new Span(title == null || title.isEmpty() ? address : title, Look.LINK, address);
  }
}
