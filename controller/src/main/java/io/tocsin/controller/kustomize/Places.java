package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a kustomization's files are. */
final class Places {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?i)[a-z0-9+]+::.*|[a-z]+://.*|[^/]+@[^/]+:.*|(www\\.)?github\\.com[:/].*|.*\\?ref=.*|.*\\.git(//.*)?");

  private Places() {}

  /**
   * The kustomization file of a folder.
   *
   * @throws SourceException for several
   */
  static Optional<String> kustomization(FileTree tree, String folder) {
    List<String> found =
        NAMES.stream().map(name -> TreePath.join(folder, name)).filter(tree::isFile).toList();
    if (found.size() > 1) {
      throw new SourceException(
          "%s holds both %s and %s"
              .formatted(
                  TreePath.show(folder), TreePath.name(found.get(0)), TreePath.name(found.get(1))));
    }
    return found.stream().findFirst();
  }

  static boolean isRemote(String entry) {
    return REMOTE.matcher(entry).matches();
  }

  /**
   * A file that a kustomization names, which must be in its folder or below, as kustomize wants it.
   */
  static String file(String folder, String path, Fields at) {
    String file = TreePath.resolve(folder, path);
    if (!folder.isEmpty() && !file.startsWith(folder + "/")) {
      throw at.error("file \"%s\" is not in or below %s".formatted(path, TreePath.show(folder)));
    }
    return file;
  }
}
