package io.tocsin.controller.helm.chart;

import io.tocsin.templates.functions.Versions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Chart.yaml says.
 *
 * @param apiVersion {@code v1} or {@code v2}
 * @param kubeVersion a constraint; empty for any
 * @param dependencies those of requirements.yaml for {@code v1}
 * @param fields all of it
 */
public record ChartMetadata(
    String name,
    String version,
    String apiVersion,
    String kubeVersion,
    boolean library,
    List<ChartDependency> dependencies,
    Map<String, Object> fields) {
  private static final Set<String> TYPES = Set.of("", "application", "library");

  public ChartMetadata {
    dependencies = List.copyOf(dependencies);
    fields = Collections.unmodifiableMap(fields);
  }

  /**
   * @throws HelmException when something is missing without which no chart can be used
   */
  static ChartMetadata of(Map<String, Object> fields) {
    String name = Fields.text(fields, "name");
    if (name.isEmpty()) {
      throw new HelmException("Chart.yaml: name is missing");
    }
    if (name.contains("/") || name.equals(".") || name.equals("..")) {
      throw new HelmException("Chart.yaml: name \"" + name + "\" is no name of a file");
    }
    String version = Fields.text(fields, "version");
    if (version.isEmpty()) {
      throw new HelmException("chart " + name + ", Chart.yaml: version is missing");
    }
    if (!Versions.isVersion(version)) {
      throw new HelmException(
          "chart %s, Chart.yaml: version \"%s\" is no semantic version".formatted(name, version));
    }
    String type = Fields.text(fields, "type");
    if (!TYPES.contains(type)) {
      throw new HelmException(
          "chart %s, Chart.yaml: type must be application or library".formatted(name));
    }
    String apiVersion = Fields.text(fields, "apiVersion");
    return new ChartMetadata(
        name,
        version,
        apiVersion.isEmpty() ? "v1" : apiVersion,
        Fields.text(fields, "kubeVersion"),
        type.equals("library"),
        Fields.list(fields, "dependencies").stream()
            .filter(Map.class::isInstance)
            .map(dependency -> ChartDependency.of((Map<?, ?>) dependency))
            .toList(),
        fields);
  }

  ChartMetadata named(String other) {
    return new ChartMetadata(
        other, version, apiVersion, kubeVersion, library, dependencies, fields);
  }

  ChartMetadata with(List<ChartDependency> others) {
    return new ChartMetadata(name, version, apiVersion, kubeVersion, library, others, fields);
  }

  /** The text of a field of Chart.yaml; empty if absent. */
  public String text(String field) {
    return Fields.text(fields, field);
  }
}
