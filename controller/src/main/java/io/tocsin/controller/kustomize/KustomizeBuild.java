package io.tocsin.controller.kustomize;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Builds kustomizations of a tree, as {@code kustomize build} does, in the order of the resources.
 * What it does not know it refuses by name.
 */
public final class KustomizeBuild {
  private static final int DEPTH = 50;

  private final FileTree tree;
  private final Deque<String> open = new ArrayDeque<>();

  public KustomizeBuild(FileTree tree) {
    this.tree = tree;
  }

  /**
   * @param edit what is changed in the folder's own kustomization before
   * @throws SourceException naming file and field
   */
  public List<KubeObject> run(String folder, UnaryOperator<Map<String, Object>> edit) {
    KustomizationFile file = KustomizationFile.read(tree, folder);
    Fields edited = new Fields(file.fields().place(), edit.apply(file.fields().values()));
    Resources resources = new Resources();
    gather(new KustomizationFile(folder, edited), resources);
    Hashes.apply(resources);
    new NameReferences(resources).follow();
    return resources.all().stream().map(Resource::object).toList();
  }

  private void gather(KustomizationFile file, Resources resources) {
    file.checked();
    if (open.contains(file.folder()) || open.size() >= DEPTH) {
      throw file.fields().error("it takes part in itself");
    }
    open.push(file.folder());
    Fields fields = file.fields();
    file.resources().forEach(entry -> resource(file, entry, resources));
    fields.texts("components").forEach(entry -> component(file, entry, resources));
    new Generators(tree, file.folder(), resources).run(fields);
    transform(file, resources);
    open.pop();
  }

  /** In kustomize's order. */
  private void transform(KustomizationFile file, Resources resources) {
    Fields fields = file.fields();
    Patches patches = new Patches(tree, file.folder(), resources);
    patches.strategicMerges(fields);
    patches.patches(fields);
    Names.namespace(fields.text("namespace"), resources);
    Names.prefix(fields.text("namePrefix"), resources);
    Names.suffix(fields.text("nameSuffix"), resources);
    Labels.apply(fields, resources);
    Labels.annotate(fields, resources);
    patches.json(fields);
    Replicas.apply(fields, resources);
    Images.apply(fields, resources);
  }

  private void resource(KustomizationFile file, String entry, Resources resources) {
    checkLocal(file, entry);
    String path = TreePath.resolve(file.folder(), entry);
    if (tree.isFolder(path)) {
      KustomizationFile base = KustomizationFile.read(tree, path);
      if (base.isComponent()) {
        throw file.fields().error("\"%s\" is a component, which is no resource".formatted(entry));
      }
      Resources ofBase = new Resources();
      gather(base, ofBase);
      resources.addAll(ofBase, file.fields().place());
    } else if (tree.isFile(path)) {
      String manifests = Places.file(file.folder(), entry, file.fields());
      Documents.yaml(manifests, tree.text(manifests))
          .forEach(document -> add(manifests, document, resources));
    } else {
      throw file.fields().error("there is no file and no folder \"%s\"".formatted(entry));
    }
  }

  private static void add(String file, Object document, Resources resources) {
    Map<String, Object> content =
        Documents.asMapping(document)
            .orElseThrow(
                () -> new SourceException("%s holds something that is no object".formatted(file)));
    boolean list = content.get("kind") instanceof String kind && kind.endsWith("List");
    if (list && content.get("items") instanceof List<?> items) {
      items.forEach(item -> add(file, item, resources));
    } else {
      resources.add(new Resource(file, content), file);
    }
  }

  private void component(KustomizationFile file, String entry, Resources resources) {
    checkLocal(file, entry);
    String path = TreePath.resolve(file.folder(), entry);
    KustomizationFile component = KustomizationFile.read(tree, path);
    if (!component.isComponent()) {
      throw component.fields().error("its kind must be Component, as it is used as one");
    }
    gather(component, resources);
  }

  private static void checkLocal(KustomizationFile file, String entry) {
    if (Places.isRemote(entry)) {
      throw file.fields()
          .error(
              "\"%s\" is in another repository, which is not supported without the kustomize binary"
                  .formatted(GitLocation.show(entry)));
    }
  }
}
