package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.lint.Finding;
import io.tocsin.notifier.lint.LintResult;
import io.tocsin.notifier.lint.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** How {@code config lint} prints what it found. */
enum LintFormat {
  /** A line each, as compilers print them, and a summary. */
  TEXT {
    @Override
    String print(LintResult result, Ansi ansi) {
      return result.findings().stream().map(finding -> line(finding, ansi)).collect(joined())
          + result.summary()
          + "\n";
    }
  },
  /** Workflow commands of GitHub Actions, which mark lines in a pull request. */
  GITHUB {
    @Override
    String print(LintResult result, Ansi ansi) {
      return result.findings().stream().map(LintFormat::command).collect(joined());
    }
  },
  /** One object. */
  JSON {
    @Override
    String print(LintResult result, Ansi ansi) {
      return Yaml.json(object(result));
    }
  };

  abstract String print(LintResult result, Ansi ansi);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static String line(Finding finding, Ansi ansi) {
    return "%s: %s: %s: %s%n"
        .formatted(
            finding.position(),
            styled(finding.severity(), ansi),
            printable(finding.key()),
            printable(finding.sentence()));
  }

  private static String styled(Severity severity, Ansi ansi) {
    if (!ansi.enabled()) {
      return severity.toString();
    }
    IStyle colour =
        switch (severity) {
          case ERROR -> Style.fg_red;
          case WARNING -> Style.fg_yellow;
          case NOTE -> Style.fg_cyan;
        };
    return Style.on(Style.bold, colour) + severity + Style.reset.off();
  }

  /** What a file says must not steer a terminal. */
  private static String printable(String sentence) {
    return sentence.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "�");
  }

  private static String command(Finding finding) {
    String command =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    return "::%s file=%s,line=%d,col=%d,title=%s::%s%n"
        .formatted(
            command,
            property(finding.position().file()),
            finding.position().line(),
            finding.position().column(),
            property(finding.key()),
            data(finding.sentence()));
  }

  /** By the toolkit of GitHub's actions. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static Map<String, Object> object(LintResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    List<Map<String, Object>> findings =
        result.findings().stream().map(LintFormat::object).toList();
    object.put("findings", findings);
    for (Severity severity : Severity.values()) {
      object.put(severity + "s", result.count(severity));
    }
    return object;
  }

  private static Map<String, Object> object(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", finding.position().file());
    object.put("line", finding.position().line());
    object.put("column", finding.position().column());
    object.put("severity", finding.severity().toString());
    object.put("key", finding.key());
    object.put("sentence", finding.sentence());
    return object;
  }
}
