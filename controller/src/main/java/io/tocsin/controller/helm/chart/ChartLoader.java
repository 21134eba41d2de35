package io.tocsin.controller.helm.chart;

import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.helm.yaml.YamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes charts of files. */
public final class ChartLoader {
  private static final int DEEPEST = 20;
  private static final long LARGEST_DIRECTORY = 200L << 20;

  private ChartLoader() {}

  /**
   * The chart in a directory, less what its .helmignore names.
   *
   * @param directory empty for the root of the tree
   * @throws HelmException when it is no chart
   */
  public static Chart directory(FileTree tree, String directory) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    String rules =
        tree.read(prefix + ".helmignore").map(data -> new ChartFile("", data).text()).orElse("");
    IgnoreRules ignored = new IgnoreRules(rules);
    List<ChartFile> files = new ArrayList<>();
    long total = 0;
    for (String path : tree.files(directory)) {
      String inner = path.substring(prefix.length());
      if (!ignored.ignores(inner)) {
        byte[] data = tree.read(path).orElse(new byte[0]);
        total += data.length;
        if (total > LARGEST_DIRECTORY) {
          throw new HelmException(
              "the directory %s has more than %d bytes".formatted(directory, LARGEST_DIRECTORY));
        }
        files.add(new ChartFile(inner, data));
      }
    }
    return load(files, directory.isEmpty() ? "the root directory" : directory, 0);
  }

  /**
   * The chart in a .tgz.
   *
   * @throws HelmException when it is no chart, too large, or has a path that leads out of it
   */
  public static Chart archive(byte[] archive) {
    return load(ChartArchive.unpack(archive), "the archive", 0);
  }

  private static Chart load(List<ChartFile> files, String where, int depth) {
    if (depth > DEEPEST) {
      throw new HelmException("charts are nested deeper than " + DEEPEST + " levels");
    }
    Map<String, ChartFile> byPath = new LinkedHashMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    ChartMetadata metadata = metadata(byPath, where);
    List<ChartFile> templates = new ArrayList<>();
    List<ChartFile> others = new ArrayList<>();
    Map<String, List<ChartFile>> inner = new TreeMap<>();
    for (ChartFile file : files) {
      if (file.path().startsWith("templates/")) {
        templates.add(file);
      } else if (file.path().startsWith("charts/")) {
        String path = file.path().substring("charts/".length());
        inner.computeIfAbsent(path.split("/", 2)[0], _ -> new ArrayList<>()).add(file.at(path));
      } else if (!isKnown(file.path(), metadata)) {
        others.add(file);
      }
    }
    return new Chart(
        metadata,
        values(byPath.get("values.yaml"), metadata.name()),
        Optional.ofNullable(byPath.get("values.schema.json")).map(ChartFile::text),
        templates,
        others,
        charts(inner, depth));
  }

  private static boolean isKnown(String path, ChartMetadata metadata) {
    return switch (path) {
      case "Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json" -> true;
      case "requirements.yaml", "requirements.lock" -> !metadata.apiVersion().equals("v1");
      default -> false;
    };
  }

  private static ChartMetadata metadata(Map<String, ChartFile> files, String where) {
    ChartFile main = files.get("Chart.yaml");
    if (main == null) {
      throw new HelmException("there is no Chart.yaml in " + where);
    }
    Map<String, Object> fields = new LinkedHashMap<>(mapping(main, where));
    if (files.containsKey("requirements.yaml")) {
      Map<String, Object> requirements = mapping(files.get("requirements.yaml"), where);
      requirements.forEach(fields::put);
    }
    return ChartMetadata.of(fields);
  }

  private static Map<String, Object> mapping(ChartFile file, String where) {
    try {
      return GoYaml.mapping(file.text(), NumberStyle.KUBERNETES);
    } catch (YamlException e) {
      throw new HelmException("%s, %s: %s".formatted(where, file.path(), e.getMessage()), e);
    }
  }

  private static Map<String, Object> values(ChartFile file, String chart) {
    if (file == null) {
      return Map.of();
    }
    try {
      return ValuesText.read(file.text());
    } catch (YamlException e) {
      throw new HelmException("chart %s, values.yaml: %s".formatted(chart, e.getMessage()), e);
    }
  }

  private static List<Chart> charts(Map<String, List<ChartFile>> inner, int depth) {
    List<Chart> charts = new ArrayList<>();
    inner.forEach(
        (name, files) -> {
          if (!name.startsWith("_") && !name.startsWith(".") && !name.endsWith(".prov")) {
            subchart(name, files, depth + 1).ifPresent(chart -> charts.add(chart));
          }
        });
    return charts;
  }

  private static Optional<Chart> subchart(String name, List<ChartFile> files, int depth) {
    if (name.endsWith(".tgz")) {
      return Optional.of(
          load(ChartArchive.unpack(files.getFirst().data()), "charts/" + name, depth));
    }
    List<ChartFile> inside = new ArrayList<>();
    for (ChartFile file : files) {
      if (file.path().contains("/")) {
        inside.add(file.at(file.path().substring(name.length() + 1)));
      }
    }
    return inside.isEmpty() ? Optional.empty() : Optional.of(load(inside, "charts/" + name, depth));
  }
}
