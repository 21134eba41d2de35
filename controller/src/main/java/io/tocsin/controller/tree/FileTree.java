package io.tocsin.controller.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that do not change. Paths are relative to the root, with slashes, without dots; the root is
 * the empty path. Links are followed, but never out of the tree. Safe for many threads.
 */
public interface FileTree {
  /** What an entry of a folder is; a link says nothing about where it leads. */
  enum Kind {
    FILE,
    FOLDER,
    LINK
  }

  /** One entry of a folder. */
  record Entry(String name, Kind kind) {}

  /**
   * Whether a file is there, links followed.
   *
   * @throws SourceException for a path or a link that leaves the tree
   */
  boolean isFile(String path);

  /**
   * Whether a folder is there, links followed.
   *
   * @throws SourceException for a path or a link that leaves the tree
   */
  boolean isFolder(String path);

  /**
   * The bytes of a file.
   *
   * @throws SourceException where there is none, where it is too big, or where its path leaves the
   *     tree
   */
  byte[] read(String path);

  /**
   * What a folder holds, by name.
   *
   * @throws SourceException where there is no such folder
   */
  List<Entry> list(String folder);

  /** The file as UTF-8, a byte order mark dropped. */
  default String text(String path) {
    String text = new String(read(path), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * All files below a folder, in the order of their paths. Links to files count, links to folders
   * and to nothing are passed over.
   *
   * @throws SourceException for a link that leaves the tree
   */
  default List<String> walk(String folder) {
    List<String> files = new ArrayList<>();
    for (Entry entry : list(folder)) {
      String path = TreePath.join(folder, entry.name());
      switch (entry.kind()) {
        case FILE -> files.add(path);
        case FOLDER -> files.addAll(walk(path));
        case LINK -> {
          if (isFile(path)) {
            files.add(path);
          }
        }
      }
    }
    return files;
  }
}
