package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.DirectoryTree;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.runtime.KubeObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The charts of the tests. */
public final class Charts {
  private Charts() {}

  /** The directory with the charts. */
  public static FileTree tree() {
    return new DirectoryTree(root());
  }

  private static Path root() {
    try {
      return Path.of(Charts.class.getResource("/helm").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Files in memory: paths and texts in turn. */
  public static FileTree files(String... pathsAndTexts) {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return FileTree.of(files);
  }

  /** A chart {@code c} with one template {@code templates/t.yaml}. */
  public static FileTree chart(String values, String template) {
    return files(
        "Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0",
        "values.yaml", values,
        "templates/t.yaml", template);
  }

  static List<Object> expected(String name) {
    try {
      String text = Files.readString(root().resolve("expected").resolve(name + ".yaml"));
      return GoYaml.documents(text, NumberStyle.KUBERNETES);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Object> contents(List<KubeObject> objects) {
    return objects.stream().<Object>map(KubeObject::content).toList();
  }
}
