package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Images as {@code kustomize edit set image} takes them: {@code name=new:tag@digest}, {@code
 * name:tag}, {@code name@digest}; an asterisk keeps what was there.
 */
final class ImageEdits {
  private static final String KEEP = "*";

  private ImageEdits() {}

  /** The images of a kustomization with those set, by name. */
  static List<Object> merge(Fields kustomization, List<String> arguments) {
    Map<String, Map<String, Object>> images = new TreeMap<>();
    for (Fields old : kustomization.objects("images")) {
      images.put(old.text("name"), Copies.of(old.values()));
    }
    for (String argument : arguments) {
      Map<String, Object> image = parse(argument);
      Map<String, Object> old = images.getOrDefault((String) image.get("name"), Map.of());
      for (String field : List.of("newName", "newTag", "digest")) {
        if (KEEP.equals(image.get(field))) {
          image.remove(field);
          if (old.get(field) != null) {
            image.put(field, old.get(field));
          }
        }
      }
      images.put((String) image.get("name"), image);
    }
    return new ArrayList<>(images.values());
  }

  private static Map<String, Object> parse(String argument) {
    int equals = argument.indexOf('=');
    ImageName value = ImageName.parse(argument.substring(equals + 1));
    if (equals < 0 && value.tag().isEmpty() && value.digest().isEmpty()) {
      throw new SourceException(
          "spec.source.kustomize: image \"%s\" is not of the form name=new:tag or name:tag"
              .formatted(argument));
    }
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("name", equals < 0 ? value.name() : argument.substring(0, equals));
    put(image, "newName", equals < 0 ? "" : value.name());
    put(image, "newTag", value.tag());
    put(image, "digest", value.digest());
    return image;
  }

  private static void put(Map<String, Object> image, String field, String value) {
    if (!value.isEmpty()) {
      image.put(field, value);
    }
  }
}
