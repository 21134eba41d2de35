package io.tocsin.controller.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside a {@link FileTree}. */
public final class TreePath {
  private TreePath() {}

  /**
   * The path without dots and doubled slashes; {@code .} is the root, which is the empty path.
   *
   * @throws SourceException for an absolute path, and for one that leaves the tree
   */
  public static String normalize(String path) {
    if (path.startsWith("/")) {
      throw new SourceException(
          "path \"%s\" is absolute, but must be relative to the repository".formatted(path));
    }
    return clean(path, path);
  }

  /**
   * Where a path leads that is written in a file of the folder: from the folder on, or from the
   * root if it begins with a slash.
   *
   * @throws SourceException if it leaves the tree
   */
  public static String resolve(String folder, String path) {
    return path.startsWith("/") ? clean(path, path) : clean(folder + "/" + path, path);
  }

  /** The path of a name in a folder. */
  public static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The folder that holds the path; the root for a name alone. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last part of the path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** How a reader sees the path: the root is a dot. */
  public static String show(String path) {
    return path.isEmpty() ? "." : path;
  }

  private static String clean(String path, String asWritten) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            throw new SourceException("path \"%s\" leaves the repository".formatted(asWritten));
          }
        }
        default -> parts.addLast(checked(part, asWritten));
      }
    }
    return String.join("/", parts);
  }

  private static String checked(String part, String asWritten) {
    if (part.indexOf('\0') >= 0 || part.indexOf('\\') >= 0) {
      throw new SourceException(
          "path \"%s\" holds a character that no path may hold".formatted(asWritten));
    }
    return part;
  }
}
