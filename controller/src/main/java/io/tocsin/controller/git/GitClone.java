package io.tocsin.controller.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/**
 * A bare clone on disk, with the whole history of all branches and tags.
 *
 * <p>Whole, as any server can serve that, as a commit of long ago (a rollback, an abbreviated one)
 * is then there without asking, and as each further fetch brings what is new alone. Safe for many
 * threads; one at a time fetches, and others read meanwhile.
 */
final class GitClone {
  private static final List<RefSpec> ALL =
      List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

  private final Path folder;
  private final ReentrantLock fetching = new ReentrantLock();
  private Repository repository;
  private volatile Instant used = Instant.MIN;

  GitClone(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Instant used() {
    return used;
  }

  void use(Instant now) {
    used = now;
  }

  /** The clone, made when it is not there. */
  synchronized Repository open() throws IOException {
    if (repository == null) {
      Files.createDirectories(folder.getParent());
      FileRepository opened =
          (FileRepository) new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
      if (!Files.exists(folder.resolve("config"))) {
        opened.create(true);
      }
      repository = opened;
    }
    return repository;
  }

  boolean has(String commit) throws IOException {
    Repository clone = open();
    try (RevWalk walk = new RevWalk(clone)) {
      walk.parseCommit(ObjectId.fromString(commit));
      return true;
    } catch (MissingObjectException e) {
      return false;
    }
  }

  /** The commit that begins with the digits. */
  Optional<String> complete(String abbreviated) throws IOException {
    try {
      ObjectId found = open().resolve(abbreviated + "^{commit}");
      return Optional.ofNullable(found).map(ObjectId::name);
    } catch (AmbiguousObjectException e) {
      throw new RepositoryException("several commits begin with %s".formatted(abbreviated));
    } catch (IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }

  /** Brings all branches and tags. */
  void fetch(Link link, FetchMonitor monitor) throws IOException {
    link.transport().setRemoveDeletedRefs(true);
    fetch(link, monitor, ALL);
  }

  /** Brings one commit, by its name or by itself. */
  void fetch(Link link, FetchMonitor monitor, String wanted) throws IOException {
    fetch(link, monitor, List.of(new RefSpec("+" + wanted + ":refs/tocsin/" + wanted)));
  }

  private void fetch(Link link, FetchMonitor monitor, List<RefSpec> specs) throws IOException {
    fetching.lock();
    try {
      link.transport().setTagOpt(TagOpt.NO_TAGS);
      link.transport().fetch(monitor, specs);
      monitor.check(System.nanoTime());
    } finally {
      fetching.unlock();
    }
  }

  /** Removes what is on disk; the next use makes it anew. */
  void delete() throws IOException {
    fetching.lock();
    try {
      close();
      Folders.delete(folder);
    } finally {
      fetching.unlock();
    }
  }

  synchronized void close() {
    if (repository != null) {
      repository.close();
      repository = null;
    }
  }
}
