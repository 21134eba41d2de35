package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The images of a workload's containers. */
final class Images {
  private static final List<String[]> PATHS =
      List.of(
          new String[] {"spec", "containers"},
          new String[] {"spec", "template", "spec", "containers"},
          new String[] {"spec", "jobTemplate", "spec", "template", "spec", "containers"});

  private Images() {}

  static List<String> of(KubeObject object) {
    List<String> images = new ArrayList<>();
    for (String[] path : PATHS) {
      for (Object container : object.list(path)) {
        if (container instanceof Map<?, ?> map && map.get("image") instanceof String image) {
          images.add(image);
        }
      }
    }
    return images;
  }
}
