package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.FileTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code configMapGenerator} and {@code secretGenerator}. */
record Generators(FileTree tree, String folder, Resources resources) {
  private static final Set<String> KNOWN =
      Set.of(
          "name", "namespace", "behavior", "type", "files", "literals", "envs", "env", "options");
  private static final Set<String> OPTIONS =
      Set.of("labels", "annotations", "disableNameSuffixHash", "immutable");

  void run(Fields kustomization) {
    Fields common = kustomization.object("generatorOptions").only(OPTIONS);
    for (Fields generator : kustomization.objects("configMapGenerator")) {
      add(generator.only(KNOWN), generated(generator, common, configMap(generator)));
    }
    for (Fields generator : kustomization.objects("secretGenerator")) {
      add(generator.only(KNOWN), generated(generator, common, secret(generator)));
    }
  }

  private Map<String, Object> configMap(Fields generator) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("apiVersion", "v1");
    content.put("kind", "ConfigMap");
    Map<String, Object> data = new TreeMap<>();
    Map<String, Object> binary = new TreeMap<>();
    new KeyValues(generator, tree, folder)
        .read()
        .forEach(
            (key, value) -> {
              if (isText(value)) {
                data.put(key, new String(value, StandardCharsets.UTF_8));
              } else {
                binary.put(key, Base64.getEncoder().encodeToString(value));
              }
            });
    putUnlessEmpty(content, "data", data);
    putUnlessEmpty(content, "binaryData", binary);
    return content;
  }

  private Map<String, Object> secret(Fields generator) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("apiVersion", "v1");
    content.put("kind", "Secret");
    content.put("type", generator.has("type") ? generator.text("type") : "Opaque");
    Map<String, Object> data = new TreeMap<>();
    new KeyValues(generator, tree, folder)
        .read()
        .forEach((key, value) -> data.put(key, Base64.getEncoder().encodeToString(value)));
    putUnlessEmpty(content, "data", data);
    return content;
  }

  private static void putUnlessEmpty(
      Map<String, Object> content, String field, Map<String, Object> values) {
    if (!values.isEmpty()) {
      content.put(field, values);
    }
  }

  private static boolean isText(byte[] value) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Resource generated(Fields generator, Fields common, Map<String, Object> content) {
    if (generator.text("name").isEmpty()) {
      throw generator.error("\"name\" is missing");
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", generator.text("name"));
    if (generator.has("namespace")) {
      metadata.put("namespace", generator.text("namespace"));
    }
    content.put("metadata", metadata);
    Fields own = generator.object("options").only(OPTIONS);
    boolean plain = false;
    for (Fields options : List.of(common, own)) {
      for (String field : List.of("labels", "annotations")) {
        Map<String, Object> all = new TreeMap<>();
        if (metadata.get(field) instanceof Map<?, ?> before) {
          before.forEach((key, value) -> all.put((String) key, value));
        }
        all.putAll(options.strings(field));
        putUnlessEmpty(metadata, field, all);
      }
      if (options.flag("immutable")) {
        content.put("immutable", true);
      }
      plain |= options.flag("disableNameSuffixHash");
    }
    Resource resource = new Resource(generator.place(), content);
    resource.hashed(!plain);
    return resource;
  }

  private void add(Fields generator, Resource made) {
    String behavior = generator.has("behavior") ? generator.text("behavior") : "create";
    List<Resource> found =
        resources.matching(
            id ->
                id.sameKind(made.id())
                    && id.name().equals(made.name())
                    && id.namespace().equals(made.id().namespace()));
    switch (behavior) {
      case "create" -> {
        if (!found.isEmpty()) {
          throw generator.error("there is a %s already; its behavior may be merge".formatted(made));
        }
        resources.add(made, generator.place());
      }
      case "merge", "replace" -> {
        if (found.size() != 1) {
          throw generator.error(
              "behavior %s needs one %s, but there %s"
                  .formatted(behavior, made, found.isEmpty() ? "is none" : "are several"));
        }
        join(found.getFirst(), made, behavior.equals("replace"));
      }
      default -> throw generator.error("there is no behavior \"%s\"".formatted(behavior));
    }
  }

  private static void join(Resource target, Resource made, boolean replace) {
    for (String field : List.of("data", "binaryData")) {
      if (replace) {
        target.content().remove(field);
      }
      if (made.content().get(field) instanceof Map<?, ?> values) {
        target.putAll(field, Copies.of(values));
      }
    }
    if (made.content().get("type") instanceof String type && !type.equals("Opaque")) {
      target.content().put("type", type);
    }
    if (made.content().containsKey("immutable")) {
      target.content().put("immutable", true);
    }
    for (String field : List.of("labels", "annotations")) {
      if (made.metadata().get(field) instanceof Map<?, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (target.metadata().get(field) instanceof Map<?, ?> before) {
          all.putAll(Copies.of(before));
        }
        all.putAll(Copies.of(values));
        target.metadata().put(field, all);
      }
    }
    target.hashed(made.hashed());
  }
}
