package io.tocsin.controller.helm.chart;

import java.util.List;
import java.util.Map;

/**
 * A chart that another one wants.
 *
 * @param name the alias where there is one
 * @param chart the name that the wanted chart has itself
 * @param version a constraint; empty for any
 * @param repository a URL, {@code oci://…}, {@code file://…}, an alias of a repository, or empty
 * @param condition paths of values, separated by commas, the first of which decides
 * @param importValues strings, and maps with {@code child} and {@code parent}
 */
public record ChartDependency(
    String name,
    String chart,
    String version,
    String repository,
    String condition,
    List<String> tags,
    List<Object> importValues) {
  public ChartDependency {
    tags = List.copyOf(tags);
    importValues = List.copyOf(importValues);
  }

  static ChartDependency of(Map<?, ?> fields) {
    String chart = Fields.text(fields, "name");
    String alias = Fields.text(fields, "alias");
    return new ChartDependency(
        alias.isEmpty() ? chart : alias,
        chart,
        Fields.text(fields, "version"),
        Fields.text(fields, "repository"),
        Fields.text(fields, "condition"),
        Fields.texts(fields, "tags"),
        Fields.list(fields, "import-values"));
  }

  /** The same, wanted in that version. */
  public ChartDependency at(String other) {
    return new ChartDependency(name, chart, other, repository, condition, tags, importValues);
  }

  /** Whether the chart is the wanted one, by its own name and version. */
  public boolean isMetBy(Chart candidate) {
    return candidate.name().equals(chart) && allows(candidate.metadata().version());
  }

  /** What is no version or no constraint is met by nothing. */
  private boolean allows(String candidate) {
    return version.isEmpty() || Compatibility.isCompatible(version, candidate);
  }
}
