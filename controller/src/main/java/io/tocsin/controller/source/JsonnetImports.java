package io.tocsin.controller.source;

import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import scala.Option;
import sjsonnet.Importer;
import sjsonnet.Path;
import sjsonnet.ResolvedFile;
import sjsonnet.StaticResolvedFile;

/**
 * What Jsonnet imports: relative to the file that imports, then to the libraries from the last on,
 * then to the application's folder; always inside the tree.
 */
final class JsonnetImports extends Importer {
  private final FileTree tree;
  private final List<String> folders;
  private SourceException refused;

  JsonnetImports(FileTree tree, List<String> folders) {
    this.tree = tree;
    this.folders = folders;
  }

  /** Why an import was refused, or null. */
  SourceException refused() {
    return refused;
  }

  @Override
  public Option<Path> resolve(Path importing, String name) {
    List<String> bases = new ArrayList<>();
    bases.add(importing.toString());
    bases.addAll(folders);
    try {
      for (String base : bases) {
        String path = place(base, name);
        if (tree.isFile(path)) {
          return Option.apply(new JsonnetPath(path));
        }
      }
    } catch (SourceException e) {
      refused = new SourceException("import \"%s\": %s".formatted(name, e.getMessage()), e);
    }
    return Option.empty();
  }

  private static String place(String base, String name) {
    return name.startsWith("/")
        ? TreePath.normalize(name)
        : TreePath.normalize(TreePath.join(base, name));
  }

  @Override
  public Option<ResolvedFile> read(Path path) {
    return Option.apply(new StaticResolvedFile(tree.text(path.toString())));
  }
}
