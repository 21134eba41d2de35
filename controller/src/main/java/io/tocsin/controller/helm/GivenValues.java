package io.tocsin.controller.helm;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.application.HelmOptions.FileParameter;
import io.tocsin.controller.application.HelmOptions.Parameter;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.chart.ValuesText;
import io.tocsin.controller.helm.values.SetParser;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.YamlException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The values that an Application gives a chart. The later counts: value files in their order,
 * {@code values} or {@code valuesObject}, parameters, those forced to be strings, files' texts.
 */
final class GivenValues {
  private final HelmOptions options;
  private final ValueFiles files;
  private final BuildEnvironment environment;

  GivenValues(HelmOptions options, ValueFiles files, BuildEnvironment environment) {
    this.options = options;
    this.files = files;
    this.environment = environment;
  }

  Map<String, Object> all() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ValueFile file : files.resolve(options.valueFiles(), options.ignoreMissingValueFiles())) {
      merge(values, files.text(file), "the values file " + file.name());
    }
    String inline = options.valuesObject().map(GoYaml::write).orElse(options.values());
    merge(values, inline, "source.helm.values");
    for (Parameter parameter : options.parameters()) {
      if (!parameter.forceString()) {
        set(values, parameter, SetParser::typed);
      }
    }
    for (Parameter parameter : options.parameters()) {
      if (parameter.forceString()) {
        set(values, parameter, text -> text);
      }
    }
    for (FileParameter parameter : options.fileParameters()) {
      String line = parameter.name() + "=" + escaped(parameter.path());
      SetParser.apply(line, values, files::text);
    }
    return values;
  }

  private static void merge(Map<String, Object> values, String text, String where) {
    try {
      ValuesText.merge(values, ValuesText.read(text));
    } catch (YamlException e) {
      throw new HelmException(where + ": " + e.getMessage(), e);
    }
  }

  private void set(
      Map<String, Object> values, Parameter parameter, Function<String, Object> reader) {
    String line = parameter.name() + "=" + escaped(environment.substitute(parameter.value()));
    SetParser.apply(line, values, reader);
  }

  /** A comma is a part of the value, unless that is a list in braces. */
  private static String escaped(String value) {
    if (value.startsWith("{") && value.endsWith("}")) {
      return value;
    }
    return value.replaceAll("(?<!\\\\),", "\\\\,");
  }
}
