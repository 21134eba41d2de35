package io.tocsin.notifier.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What the linter found.
 *
 * @param findings in the order of their places
 * @param files how many were read
 * @param configMaps how many were checked
 */
public record LintResult(
    List<Finding> findings, int files, int configMaps, int applications, int projects) {
  public LintResult {
    findings = List.copyOf(findings);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Such as {@code 2 errors, 1 warning: checked 1 ConfigMap, 3 Applications in 2 files}. */
  public String summary() {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      add(counts, count(severity), severity.toString());
    }
    List<String> checked = new ArrayList<>();
    add(checked, configMaps, "ConfigMap");
    add(checked, applications, "Application");
    add(checked, projects, "AppProject");
    return "%s: checked %s in %s"
        .formatted(
            counts.isEmpty() ? "nothing found" : String.join(", ", counts),
            checked.isEmpty() ? "nothing" : String.join(", ", checked),
            number(files, "file"));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(number(count, what));
    }
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
