package io.tocsin.controller.source;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The images of containers. */
public final class ImageList {
  private static final Set<String> CONTAINERS = Set.of("containers", "initContainers");

  private ImageList() {}

  /** Each once, in order. */
  public static List<String> of(List<KubeObject> objects) {
    Set<String> images = new TreeSet<>();
    objects.forEach(object -> gather(object.content(), images));
    return new ArrayList<>(images);
  }

  private static void gather(Object at, Set<String> images) {
    switch (at) {
      case Map<?, ?> map ->
          map.forEach(
              (name, value) -> {
                if (CONTAINERS.contains(name) && value instanceof List<?> containers) {
                  containers.forEach(container -> image(container, images));
                }
                gather(value, images);
              });
      case List<?> list -> list.forEach(item -> gather(item, images));
      case null, default -> {}
    }
  }

  private static void image(Object container, Set<String> images) {
    if (container instanceof Map<?, ?> map && map.get("image") instanceof String image) {
      images.add(image);
    }
  }
}
