package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartDependency;
import io.tocsin.controller.helm.chart.ChartMetadata;
import io.tocsin.templates.functions.DeepCopy;
import io.tocsin.templates.functions.Dict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code .Chart}: the fields of Chart.yaml by the names that Helm gives them. */
final class ChartVariable {
  private static final List<String> TEXTS =
      List.of("Home", "Version", "Description", "Icon", "Condition", "Tags", "AppVersion", "Type");

  private ChartVariable() {}

  static Map<String, Object> of(Chart chart, boolean root) {
    ChartMetadata metadata = chart.metadata();
    Dict variable = new Dict();
    TEXTS.forEach(name -> variable.put(name, metadata.text(uncapitalised(name))));
    variable.put("Name", metadata.name());
    variable.put("APIVersion", metadata.apiVersion());
    variable.put("KubeVersion", metadata.kubeVersion());
    variable.put("Deprecated", Boolean.TRUE.equals(metadata.fields().get("deprecated")));
    variable.put("Sources", list(metadata, "sources"));
    variable.put("Keywords", list(metadata, "keywords"));
    variable.put("Maintainers", maintainers(metadata));
    variable.put("Annotations", annotations(metadata));
    variable.put("Dependencies", dependencies(metadata));
    variable.put("IsRoot", root);
    return variable;
  }

  private static String uncapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Object list(ChartMetadata metadata, String field) {
    return DeepCopy.of(metadata.fields().get(field) instanceof List<?> list ? list : List.of());
  }

  private static Map<String, Object> annotations(ChartMetadata metadata) {
    Dict annotations = new Dict();
    if (metadata.fields().get("annotations") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> annotations.put((String) key, String.valueOf(value)));
    }
    return annotations;
  }

  private static List<Object> maintainers(ChartMetadata metadata) {
    List<Object> maintainers = new ArrayList<>();
    if (metadata.fields().get("maintainers") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          Dict maintainer = new Dict();
          maintainer.put("Name", text(map, "name"));
          maintainer.put("Email", text(map, "email"));
          maintainer.put("URL", text(map, "url"));
          maintainers.add(maintainer);
        }
      }
    }
    return maintainers;
  }

  private static Object text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }

  private static List<Object> dependencies(ChartMetadata metadata) {
    List<Object> dependencies = new ArrayList<>();
    for (ChartDependency dependency : metadata.dependencies()) {
      Dict variable = new Dict();
      variable.put("Name", dependency.name());
      variable.put("Version", dependency.version());
      variable.put("Repository", dependency.repository());
      variable.put("Condition", dependency.condition());
      variable.put("Tags", List.copyOf(dependency.tags()));
      variable.put("Enabled", true);
      variable.put("ImportValues", DeepCopy.of(dependency.importValues()));
      boolean aliased = !dependency.name().equals(dependency.chart());
      variable.put("Alias", aliased ? dependency.name() : "");
      dependencies.add(variable);
    }
    return dependencies;
  }
}
