package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code patches}, {@code patchesStrategicMerge} and {@code patchesJson6902}.
 *
 * @param folder of the kustomization, in which its patches are
 */
record Patches(FileTree tree, String folder, Resources resources) {
  private static final Set<String> KNOWN = Set.of("path", "patch", "target", "options");
  private static final Set<String> OPTIONS = Set.of("allowNameChange", "allowKindChange");

  void strategicMerges(Fields kustomization) {
    for (String patch : kustomization.texts("patchesStrategicMerge")) {
      boolean inline = patch.contains("\n") || patch.contains(": ");
      String place =
          inline ? kustomization.place() + ", patchesStrategicMerge" : file(kustomization, patch);
      String text = inline ? patch : tree.text(place);
      Fields none = new Fields(place, Map.of());
      Documents.yaml(place, text).forEach(document -> mergeByName(none, document));
    }
  }

  void patches(Fields kustomization) {
    kustomization.objects("patches").forEach(this::apply);
  }

  void json(Fields kustomization) {
    kustomization.objects("patchesJson6902").forEach(this::apply);
  }

  private void apply(Fields patch) {
    patch.only(KNOWN);
    patch.object("options").only(OPTIONS);
    String place = patch.has("path") ? file(patch, patch.text("path")) : patch.place();
    if (patch.has("path") == patch.has("patch")) {
      throw patch.error("either \"path\" or \"patch\" must be given");
    }
    String text = patch.has("path") ? tree.text(place) : patch.text("patch");
    for (Object document : Documents.yaml(place, text)) {
      if (document instanceof List<?> operations) {
        applyJson(patch, JsonPatch.of(place, operations));
      } else if (patch.has("target")) {
        new Selection(patch.object("target"))
            .of(resources)
            .forEach(resource -> merge(patch, resource, mapping(patch, document)));
      } else {
        mergeByName(patch, document);
      }
    }
  }

  private void applyJson(Fields patch, JsonPatch json) {
    if (!patch.has("target")) {
      throw patch.error("a JSON patch needs a \"target\"");
    }
    for (Resource resource : new Selection(patch.object("target")).of(resources)) {
      ObjectId before = resource.id();
      json.apply(resource.content());
      if (!resource.id().equals(before)) {
        resource.former().add(before);
      }
    }
  }

  private void mergeByName(Fields patch, Object document) {
    Map<?, ?> content = mapping(patch, document);
    ObjectId wanted = new Resource(patch.place(), content).id();
    List<Resource> found =
        resources.matching(
            id ->
                id.sameKind(wanted)
                    && id.version().equals(wanted.version())
                    && id.name().equals(wanted.name())
                    && id.namespace().equals(wanted.namespace()));
    if (found.size() != 1) {
      throw patch.error(
          "the patch is for %s, of which there %s"
              .formatted(wanted, found.isEmpty() ? "is none" : "are several"));
    }
    merge(patch, found.getFirst(), content);
  }

  private void merge(Fields patch, Resource resource, Map<?, ?> content) {
    if (StrategicMerge.deletes(content)) {
      resources.remove(resource);
      return;
    }
    ObjectId before = resource.id();
    String version = resource.apiVersion();
    StrategicMerge.into(resource, patch.place()).merge(resource.content(), content);
    Fields options = patch.object("options");
    if (!options.flag("allowNameChange")) {
      resource.metadata().put("name", before.name());
    }
    if (!options.flag("allowKindChange")) {
      resource.content().put("kind", before.kind());
      resource.content().put("apiVersion", version);
    }
    if (!resource.id().equals(before)) {
      resource.former().add(before);
    }
  }

  private static Map<?, ?> mapping(Fields patch, Object document) {
    return Documents.asMapping(document)
        .orElseThrow(() -> patch.error("the patch is neither a mapping nor a list"));
  }

  private String file(Fields at, String path) {
    return Places.file(folder, path, at);
  }
}
