package io.tocsin.controller.webhook;

import io.tocsin.controller.project.Glob;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.Arrays;
import java.util.List;

/**
 * The files an Application's manifests are made of, as its annotation {@code
 * argocd.argoproj.io/manifest-generate-paths} says it: parts between semicolons, relative to the
 * source's path or, with a slash at the beginning, to the repository; folders, files or globs.
 *
 * @param paths from the repository's root, without a slash at the beginning; none for all files
 */
record RefreshPaths(List<String> paths) {
  static final String ANNOTATION = "argocd.argoproj.io/manifest-generate-paths";

  /** What leaves the repository makes all files count: better one refresh too many. */
  static RefreshPaths of(String annotation, String sourcePath) {
    try {
      return new RefreshPaths(
          Arrays.stream(annotation.split(";"))
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .map(part -> TreePath.resolve(sourcePath, part))
              .toList());
    } catch (SourceException e) {
      return new RefreshPaths(List.of());
    }
  }

  /** Always, when nothing is known of the files or of the paths. */
  boolean concern(List<String> files) {
    return paths.isEmpty()
        || files.isEmpty()
        || files.stream().anyMatch(file -> paths.stream().anyMatch(path -> covers(path, file)));
  }

  private static boolean covers(String path, String file) {
    return path.isEmpty()
        || file.equals(path)
        || file.startsWith(path + "/")
        || Glob.ofName(path).matches(file);
  }
}
