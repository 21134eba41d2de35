package io.tocsin.controller.git;

import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit, read from the object database as they are asked for. */
public final class RepositoryTree implements FileTree {
  private static final int MOST_LINKS = 40;
  private static final int LINK_LIMIT = 4096;

  private final Repository repository;
  private final String label;
  private final String commit;
  private final ObjectId root;
  private final long fileLimit;

  RepositoryTree(
      Repository repository, RepositoryId id, String commit, ObjectId root, long fileLimit) {
    this.repository = repository;
    this.label = "%s at %s".formatted(id, commit.substring(0, 7));
    this.commit = commit;
    this.root = root;
    this.fileLimit = fileLimit;
  }

  private record Node(FileMode mode, ObjectId id) {
    boolean isFolder() {
      return FileMode.TREE.equals(mode);
    }

    boolean isFile() {
      return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }
  }

  /** Of which these are the files. */
  public String commit() {
    return commit;
  }

  @Override
  public boolean isFile(String path) {
    return find(path).filter(Node::isFile).isPresent();
  }

  @Override
  public boolean isFolder(String path) {
    return find(path).filter(Node::isFolder).isPresent();
  }

  @Override
  public byte[] read(String path) {
    Node node =
        find(path)
            .filter(Node::isFile)
            .orElseThrow(
                () -> new SourceException("there is no file %s in %s".formatted(path, label)));
    return bytes(path, node.id(), fileLimit);
  }

  @Override
  public List<Entry> list(String folder) {
    Node node =
        find(folder)
            .filter(Node::isFolder)
            .orElseThrow(
                () ->
                    new SourceException(
                        "there is no folder %s in %s".formatted(TreePath.show(folder), label)));
    List<Entry> entries = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      CanonicalTreeParser tree = new CanonicalTreeParser(null, reader, node.id());
      for (; !tree.eof(); tree = tree.next()) {
        entries.add(entry(folder, tree));
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  private Entry entry(String folder, CanonicalTreeParser tree) {
    String name = tree.getEntryPathString();
    FileMode mode = tree.getEntryFileMode();
    if (FileMode.GITLINK.equals(mode)) {
      throw new SourceException(
          "%s in %s is a submodule, which is not read"
              .formatted(TreePath.join(folder, name), label));
    }
    return new Entry(name, kind(mode));
  }

  private static Kind kind(FileMode mode) {
    if (FileMode.TREE.equals(mode)) {
      return Kind.FOLDER;
    }
    return FileMode.SYMLINK.equals(mode) ? Kind.LINK : Kind.FILE;
  }

  /** Walks part by part, so that links in the middle of a path are followed too. */
  private Optional<Node> find(String path) {
    Deque<String> ahead = new ArrayDeque<>(parts(TreePath.normalize(path)));
    String at = "";
    Node node = new Node(FileMode.TREE, root);
    int links = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.removeFirst();
      Optional<Node> next = node.isFolder() ? child(node, name) : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (!FileMode.SYMLINK.equals(next.get().mode())) {
        node = next.get();
        at = TreePath.join(at, name);
        continue;
      }
      if (++links > MOST_LINKS) {
        throw new SourceException("the links of %s in %s go round".formatted(path, label));
      }
      String link = TreePath.join(at, name);
      List<String> target = parts(target(link, at, next.get().id()));
      target.reversed().forEach(ahead::addFirst);
      at = "";
      node = new Node(FileMode.TREE, root);
    }
    return Optional.of(node);
  }

  private String target(String link, String folder, ObjectId id) {
    String target = new String(bytes(link, id, LINK_LIMIT), StandardCharsets.UTF_8);
    try {
      return TreePath.normalize(target.startsWith("/") ? target : TreePath.join(folder, target));
    } catch (SourceException e) {
      throw new SourceException(
          "%s in %s is a link that leads out of the repository".formatted(link, label), e);
    }
  }

  private Optional<Node> child(Node folder, String name) {
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = TreeWalk.forPath(reader, name, folder.id())) {
      return walk == null
          ? Optional.empty()
          : Optional.of(new Node(walk.getFileMode(0), walk.getObjectId(0)));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private byte[] bytes(String path, ObjectId id, long limit) {
    try {
      ObjectLoader loader = repository.open(id, Constants.OBJ_BLOB);
      if (loader.getSize() > limit) {
        throw new SourceException(
            "%s in %s has %d bytes, more than the %d that are read"
                .formatted(path, label, loader.getSize(), limit));
      }
      return loader.getCachedBytes((int) Math.min(limit, Integer.MAX_VALUE));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private SourceException unreadable(String path, IOException e) {
    return new RepositoryException(
        "%s in %s cannot be read".formatted(TreePath.show(path), label), true, e);
  }

  private static List<String> parts(String path) {
    return path.isEmpty() ? List.of() : Arrays.asList(path.split("/"));
  }

  @Override
  public String toString() {
    return label;
  }
}
