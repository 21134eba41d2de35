package io.tocsin.controller.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/** Files that a test writes down. */
public final class MemoryTree implements FileTree {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  public MemoryTree with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public MemoryTree with(String path, byte[] bytes) {
    files.put(path, bytes.clone());
    return this;
  }

  public static MemoryTree of(Map<String, String> texts) {
    MemoryTree tree = new MemoryTree();
    texts.forEach(tree::with);
    return tree;
  }

  @Override
  public boolean isFile(String path) {
    return files.containsKey(TreePath.normalize(path));
  }

  @Override
  public boolean isFolder(String path) {
    String folder = TreePath.normalize(path);
    return folder.isEmpty() || files.keySet().stream().anyMatch(f -> f.startsWith(folder + "/"));
  }

  @Override
  public byte[] read(String path) {
    if (!isFile(path)) {
      throw new SourceException("there is no file " + path);
    }
    return files.get(TreePath.normalize(path)).clone();
  }

  @Override
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    SequencedSet<Entry> entries = new LinkedHashSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(prefix)) {
        String rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        entries.add(
            slash < 0
                ? new Entry(rest, Kind.FILE)
                : new Entry(rest.substring(0, slash), Kind.FOLDER));
      }
    }
    return new ArrayList<>(entries);
  }
}
