package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.lint.Finding;
import io.tocsin.notifier.lint.LintResult;
import io.tocsin.notifier.lint.Severity;
import io.tocsin.notifier.migrate.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code migrate check} found.
 *
 * @param placeless whether findings of the linter have no place in a file
 */
record MigrationReport(List<Difference> differences, LintResult lint, boolean placeless) {
  long count(Severity severity) {
    return differences.stream().filter(found -> found.severity() == severity).count()
        + findings().stream().filter(found -> found.severity() == severity).count();
  }

  /** What the linter says that is no difference already. */
  private List<Finding> findings() {
    return lint.findings().stream()
        .filter(
            finding ->
                differences.stream()
                    .noneMatch(
                        difference ->
                            difference.key().equals(finding.key())
                                && difference.what().contains(finding.sentence())))
        .toList();
  }

  String print(OutputFormat format) {
    return switch (format) {
      case WIDE -> text();
      case NAME ->
          differences.stream()
              .map(difference -> difference.object() + " " + difference.key() + "\n")
              .distinct()
              .collect(Collectors.joining());
      case JSON -> Yaml.json(object());
      case YAML -> Yaml.write(object());
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Difference found : differences) {
      text.append(
          "%s: %s: %s: %s%n    → %s%n"
              .formatted(
                  found.severity(), found.object(), found.key(), found.what(), found.advice()));
    }
    for (Finding found : findings()) {
      text.append("%s: %s: %s%n".formatted(found.severity(), place(found), found.sentence()));
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      counts.add(count(severity) + " " + severity + (count(severity) == 1 ? "" : "s"));
    }
    return text + String.join(", ", counts) + "\n";
  }

  private String place(Finding found) {
    return (placeless ? found.position().file() : found.position()) + ": " + found.key();
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("differences", differences.stream().map(MigrationReport::object).toList());
    object.put("lint", findings().stream().map(this::object).toList());
    for (Severity severity : Severity.values()) {
      object.put(severity + "s", count(severity));
    }
    return object;
  }

  private static Map<String, Object> object(Difference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("severity", difference.severity().toString());
    object.put("object", difference.object());
    object.put("key", difference.key());
    object.put("what", difference.what());
    object.put("advice", difference.advice());
    return object;
  }

  private Map<String, Object> object(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("severity", finding.severity().toString());
    object.put("place", place(finding));
    object.put("sentence", finding.sentence());
    return object;
  }
}
