package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.helm.yaml.YamlException;
import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The objects in what a chart rendered, in the order in which Helm prints them. */
public final class Manifests {
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*");

  private Manifests() {}

  /**
   * First custom resource definitions, then objects by their kinds, then hooks.
   *
   * @param skipTests whether hooks for tests are left out
   * @throws HelmException naming the chart and the file when a text is no YAML or no object
   */
  public static List<KubeObject> of(Rendered rendered, boolean withCrds, boolean skipTests) {
    String chart = rendered.chart().name();
    List<KubeObject> crds = new ArrayList<>();
    if (withCrds) {
      for (ChartFile file : rendered.chart().crds()) {
        crds.addAll(objects(chart, file.path(), file.text()));
      }
    }
    List<KubeObject> objects = new ArrayList<>();
    rendered
        .texts()
        .forEach(
            (name, text) ->
                objects.addAll(objects(chart, TemplateErrors.within(chart, name), text)));
    return Stream.concat(crds.stream(), InstallOrder.sorted(objects, skipTests).stream()).toList();
  }

  /**
   * The objects of a text, those of lists one by one.
   *
   * @throws HelmException when it is no YAML, or something in it is no object
   */
  static List<KubeObject> objects(String chart, String file, String text) {
    List<KubeObject> objects = new ArrayList<>();
    for (String document : SEPARATOR.split(text)) {
      if (!document.isBlank()) {
        add(parsed(chart, file, document), chart, file, objects);
      }
    }
    return objects;
  }

  private static Object parsed(String chart, String file, String document) {
    try {
      return GoYaml.read(document.stripLeading(), NumberStyle.KUBERNETES);
    } catch (YamlException e) {
      throw new HelmException(
          "chart %s, %s: the rendered text is no YAML, %s: %s"
              .formatted(chart, file, e.getMessage(), begin(document)),
          e);
    }
  }

  private static String begin(String document) {
    String line = document.strip().lines().findFirst().orElse("");
    return "the document that begins with " + (line.length() > 60 ? line.substring(0, 60) : line);
  }

  @SuppressWarnings("unchecked") // the reader makes no other keys
  private static void add(Object value, String chart, String file, List<KubeObject> objects) {
    if (value == null) {
      return;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new HelmException("chart %s, %s: a document is no object".formatted(chart, file));
    }
    if (map.isEmpty()) {
      return;
    }
    if (!(map.get("kind") instanceof String kind) || kind.isEmpty()) {
      throw new HelmException("chart %s, %s: an object has no kind".formatted(chart, file));
    }
    if (kind.endsWith("List") && map.containsKey("items")) {
      if (map.get("items") instanceof List<?> items) {
        items.forEach(item -> add(item, chart, file, objects));
      }
      return;
    }
    objects.add(new KubeObject((Map<String, Object>) map));
  }
}
