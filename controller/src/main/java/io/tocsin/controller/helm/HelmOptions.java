package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.HelmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code source.helm} of an Application says.
 *
 * @param valueFiles paths relative to the chart, from the root of the repository with a slash, from
 *     another source with {@code $ref/}, patterns with {@code *}, or URLs
 * @param values the text of {@code values}; {@code valuesObject} counts more
 * @param version of Helm, one of {@code v3}, {@code v4} and empty
 */
public record HelmOptions(
    String releaseName,
    List<String> valueFiles,
    boolean ignoreMissingValueFiles,
    String values,
    Optional<Map<String, Object>> valuesObject,
    List<Parameter> parameters,
    List<FileParameter> fileParameters,
    boolean passCredentials,
    boolean skipCrds,
    boolean skipSchemaValidation,
    boolean skipTests,
    String kubeVersion,
    List<String> apiVersions,
    String namespace,
    String version) {
  /** An assignment as Helm's {@code --set} has it, or {@code --set-string}. */
  public record Parameter(String name, String value, boolean forceString) {}

  /** An assignment of the text of a file. */
  public record FileParameter(String name, String path) {}

  /** What counts where an Application says nothing. */
  public static final HelmOptions NONE = of(Map.of());

  public HelmOptions {
    valueFiles = List.copyOf(valueFiles);
    parameters = List.copyOf(parameters);
    fileParameters = List.copyOf(fileParameters);
    apiVersions = List.copyOf(apiVersions);
  }

  /**
   * Reads {@code spec.source.helm}.
   *
   * @throws HelmException when the version is one that Argo CD refuses
   */
  public static HelmOptions of(Map<?, ?> helm) {
    String version = text(helm, "version");
    if (!version.isEmpty() && !version.equals("v3") && !version.equals("v4")) {
      throw new HelmException(
          "source.helm.version " + version + " is not supported, v3 and v4 are");
    }
    return new HelmOptions(
        text(helm, "releaseName"),
        texts(helm, "valueFiles"),
        truth(helm, "ignoreMissingValueFiles"),
        text(helm, "values"),
        object(helm.get("valuesObject")),
        maps(helm, "parameters").stream()
            .map(p -> new Parameter(text(p, "name"), text(p, "value"), truth(p, "forceString")))
            .toList(),
        maps(helm, "fileParameters").stream()
            .map(p -> new FileParameter(text(p, "name"), text(p, "path")))
            .toList(),
        truth(helm, "passCredentials"),
        truth(helm, "skipCrds"),
        truth(helm, "skipSchemaValidation"),
        truth(helm, "skipTests"),
        text(helm, "kubeVersion"),
        texts(helm, "apiVersions"),
        text(helm, "namespace"),
        version);
  }

  @SuppressWarnings("unchecked") // objects of Kubernetes have no other keys
  private static Optional<Map<String, Object>> object(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  private static boolean truth(Map<?, ?> map, String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  private static List<String> texts(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(item -> (Map<?, ?>) item)
            .toList()
        : List.of();
  }
}
