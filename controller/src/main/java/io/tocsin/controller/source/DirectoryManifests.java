package io.tocsin.controller.source;

import io.tocsin.controller.application.DirectoryOptions;
import io.tocsin.controller.helm.BuildEnvironment;
import io.tocsin.controller.project.Glob;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.FileTree.Kind;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The manifests of a folder: YAML, JSON and Jsonnet files. */
final class DirectoryManifests {
  private static final Pattern MANIFEST = Pattern.compile(".*\\.(yaml|yml|json|jsonnet)");
  private static final String SKIP = "+argocd:skip-file-rendering";

  private final FileTree tree;
  private final String folder;
  private final DirectoryOptions options;
  private final BuildEnvironment environment;
  private final long limit;

  /**
   * @param limit bytes of all files together, those of Jsonnet left out
   */
  DirectoryManifests(
      FileTree tree,
      String folder,
      DirectoryOptions options,
      BuildEnvironment environment,
      long limit) {
    this.tree = tree;
    this.folder = folder;
    this.options = options;
    this.environment = environment;
    this.limit = limit;
  }

  List<KubeObject> read() {
    Optional<Glob> include = glob(options.include());
    Optional<Glob> exclude = glob(options.exclude());
    List<KubeObject> objects = new ArrayList<>();
    long bytes = 0;
    for (String file : files()) {
      String relative = folder.isEmpty() ? file : file.substring(folder.length() + 1);
      boolean meant =
          MANIFEST.matcher(TreePath.name(file)).matches()
              && exclude.stream().noneMatch(glob -> glob.matches(relative))
              && include.stream().allMatch(glob -> glob.matches(relative));
      if (meant) {
        String text = tree.text(file);
        bytes += file.endsWith(".jsonnet") ? 0 : text.length();
        check(bytes);
        objects.addAll(text.contains(SKIP) ? List.of() : objects(file, text));
      }
    }
    return objects;
  }

  private void check(long bytes) {
    if (bytes > limit) {
      throw new SourceException(
          "the manifests in %s are more than %d MiB together"
              .formatted(TreePath.show(folder), limit >> 20));
    }
  }

  private static Optional<Glob> glob(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Glob.of(text));
  }

  private List<KubeObject> objects(String file, String text) {
    if (file.endsWith(".jsonnet")) {
      String json = new Jsonnet(tree, folder, options.jsonnet(), environment).evaluate(file, text);
      return ManifestReader.ofJson(file, json);
    }
    return file.endsWith(".json")
        ? ManifestReader.ofJson(file, text)
        : ManifestReader.ofFile(file, text);
  }

  private List<String> files() {
    if (options.recurse()) {
      return tree.walk(folder);
    }
    Stream<String> here =
        tree.list(folder).stream()
            .filter(entry -> entry.kind() != Kind.FOLDER)
            .filter(entry -> MANIFEST.matcher(entry.name()).matches())
            .map(entry -> TreePath.join(folder, entry.name()));
    return here.filter(tree::isFile).toList();
  }
}
