package io.tocsin.controller.helm;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.chart.ValuesText;
import io.tocsin.controller.helm.yaml.YamlException;
import io.tocsin.templates.golang.GoFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of a chart in a repository. Rules: Argo CD's {@code GetAppDetails}.
 *
 * @param valueFiles the paths within the chart of all YAML files with {@code values} in their names
 * @param parameters the leaves of values.yaml and of the Application's value files, by names such
 *     as {@code image.tag} and {@code hosts[0].name}, in the order of the names
 * @param values the text of values.yaml; empty when there is none
 */
public record HelmDetails(
    List<String> valueFiles,
    Map<String, String> parameters,
    String values,
    List<HelmOptions.FileParameter> fileParameters) {
  public HelmDetails {
    valueFiles = List.copyOf(valueFiles);
    parameters = Collections.unmodifiableMap(parameters);
    fileParameters = List.copyOf(fileParameters);
  }

  static HelmDetails of(HelmOptions options, SourceFiles files) {
    String prefix = files.path().isEmpty() ? "" : files.path() + "/";
    String values =
        files
            .repository()
            .read(prefix + "values.yaml")
            .map(data -> new ChartFile("values.yaml", data).text())
            .orElse("");
    Map<String, String> parameters = new TreeMap<>();
    add(values, "values.yaml", parameters);
    ValueFiles valueFiles = new ValueFiles(files, BuildEnvironment.EMPTY);
    for (ValueFile file : valueFiles.resolve(options.valueFiles(), true)) {
      add(valueFiles.text(file), file.name(), parameters);
    }
    List<String> found =
        files.repository().files(files.path()).stream()
            .map(path -> path.substring(prefix.length()))
            .filter(HelmDetails::isValueFile)
            .toList();
    return new HelmDetails(found, parameters, values, options.fileParameters());
  }

  private static boolean isValueFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return name.contains("values") && (lower.endsWith(".yaml") || lower.endsWith(".yml"));
  }

  private static void add(String text, String file, Map<String, String> parameters) {
    try {
      flatten(ValuesText.read(text), "", parameters);
    } catch (YamlException e) {
      throw new HelmException("the values file " + file + ": " + e.getMessage(), e);
    }
  }

  private static void flatten(Object value, String path, Map<String, String> parameters) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, item) ->
                  flatten(item, path.isEmpty() ? (String) key : path + "." + key, parameters));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flatten(list.get(i), path + "[" + i + "]", parameters);
        }
      }
      case null, default -> parameters.put(path, GoFormat.sprint(value));
    }
  }
}
