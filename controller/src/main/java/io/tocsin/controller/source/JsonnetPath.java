package io.tocsin.controller.source;

import io.tocsin.controller.tree.TreePath;
import scala.collection.mutable.HashMap;
import sjsonnet.Path;

/** A file of a tree, as Jsonnet's interpreter sees it. */
record JsonnetPath(String path) implements Path {
  @Override
  public String relativeToString(Path other) {
    return path;
  }

  @Override
  public Path parent() {
    return new JsonnetPath(TreePath.parent(path));
  }

  @Override
  public int segmentCount() {
    return path.isEmpty() ? 0 : path.split("/").length;
  }

  @Override
  public String last() {
    return TreePath.name(path);
  }

  @Override
  public Path $div(String name) {
    return new JsonnetPath(TreePath.join(path, name));
  }

  @Override
  public String renderOffsetStr(int offset, HashMap<Path, int[]> lines) {
    return path;
  }

  @Override
  public String toString() {
    return path;
  }
}
