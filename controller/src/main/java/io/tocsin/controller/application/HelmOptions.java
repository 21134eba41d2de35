package io.tocsin.controller.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a chart is rendered. Texts that are not given are empty.
 *
 * @param values a YAML document; {@code valuesObject} beats it
 */
public record HelmOptions(
    List<String> valueFiles,
    boolean ignoreMissingValueFiles,
    String values,
    Optional<Map<String, Object>> valuesObject,
    List<Parameter> parameters,
    List<FileParameter> fileParameters,
    String releaseName,
    String namespace,
    String version,
    boolean passCredentials,
    boolean skipCrds,
    boolean skipTests,
    boolean skipSchemaValidation,
    String kubeVersion,
    List<String> apiVersions) {
  /** As {@code --set}, or {@code --set-string} where the string is forced. */
  public record Parameter(String name, String value, boolean forceString) {}

  /** As {@code --set-file}. */
  public record FileParameter(String name, String path) {}

  static HelmOptions read(Fields fields) {
    return new HelmOptions(
        fields.texts("valueFiles"),
        fields.flag("ignoreMissingValueFiles"),
        fields.text("values"),
        fields.object("valuesObject").map(Fields::content),
        fields.objects(
            "parameters",
            each ->
                new Parameter(each.text("name"), each.scalar("value"), each.flag("forceString"))),
        fields.objects(
            "fileParameters", each -> new FileParameter(each.text("name"), each.text("path"))),
        fields.text("releaseName"),
        fields.text("namespace"),
        fields.text("version"),
        fields.flag("passCredentials"),
        fields.flag("skipCrds"),
        fields.flag("skipTests"),
        fields.flag("skipSchemaValidation"),
        fields.scalar("kubeVersion"),
        fields.texts("apiVersions"));
  }
}
