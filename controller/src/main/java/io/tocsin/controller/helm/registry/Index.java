package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.helm.yaml.YamlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a repository's index.yaml offers.
 *
 * @param charts the versions by the names of the charts
 */
record Index(Map<String, List<ChartVersion>> charts) {
  Index {
    charts = Map.copyOf(charts);
  }

  /**
   * @throws HelmException when the text is no index
   */
  static Index parse(String text, String repository) {
    try {
      Map<String, List<ChartVersion>> charts = new HashMap<>();
      Map<String, Object> index = GoYaml.mapping(text, NumberStyle.KUBERNETES);
      if (!(index.get("entries") instanceof Map<?, ?> entries)) {
        throw new HelmException("the index.yaml of " + repository + " has no entries");
      }
      entries.forEach((name, versions) -> charts.put((String) name, versions(versions)));
      return new Index(charts);
    } catch (YamlException e) {
      throw new HelmException("the index.yaml of " + repository + ": " + e.getMessage(), e);
    }
  }

  private static List<ChartVersion> versions(Object list) {
    List<ChartVersion> versions = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> entry
            && entry.get("version") != null
            && entry.get("urls") instanceof List<?> urls
            && !urls.isEmpty()) {
          String digest = entry.get("digest") instanceof String text ? text : "";
          versions.add(
              new ChartVersion(
                  entry.get("version").toString(), String.valueOf(urls.getFirst()), digest));
        }
      }
    }
    versions.sort(Comparator.comparing(ChartVersion::version));
    return List.copyOf(versions);
  }

  List<String> versions(String chart) {
    return charts.getOrDefault(chart, List.of()).stream().map(ChartVersion::version).toList();
  }

  ChartVersion get(String chart, String version) {
    return charts.get(chart).stream()
        .filter(candidate -> candidate.version().equals(version))
        .findFirst()
        .orElseThrow();
  }
}
