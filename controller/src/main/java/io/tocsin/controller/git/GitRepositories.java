package io.tocsin.controller.git;

import io.tocsin.controller.git.GitListener.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;

/**
 * Git repositories, wherever they are: which commit a revision is, and what a commit holds.
 *
 * <p>However many ask at once, a repository is asked once for its branches and tags, and fetched
 * once for what is new. Everything blocks; meant for virtual threads, safe for many. All that goes
 * wrong is a {@link RepositoryException}.
 */
public final class GitRepositories implements AutoCloseable {
  private final GitSettings settings;
  private final GitListener listener;
  private final Clock clock;
  private final Links links;
  private final Semaphore fetches;
  private final Map<String, GitClone> clones = new ConcurrentHashMap<>();
  private final Map<RepositoryId, RemoteRefs> refs = new ConcurrentHashMap<>();
  private final SingleFlight<RepositoryId, RemoteRefs> asking = new SingleFlight<>();
  private final SingleFlight<String, Boolean> fetching = new SingleFlight<>();

  public GitRepositories(
      GitSettings settings, RepositoryAccess access, GitListener listener, Clock clock) {
    GitEnvironment.isolate();
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.links = new Links(settings, access, clock);
    this.fetches = new Semaphore(settings.parallelFetches());
  }

  /**
   * The full commit that a revision is now: empty or {@code HEAD}, a branch, a tag, {@code refs/…},
   * a commit (7 to 40 digits), or a range of versions, which is the greatest tag within. What
   * branches and tags are is believed for {@link GitSettings#refsAge}.
   */
  public String resolve(RepositoryId id, String revision) {
    String wanted = revision.strip();
    if (RemoteRefs.isCommit(wanted)) {
      return wanted.toLowerCase(Locale.ROOT);
    }
    Optional<String> named = refs(id).find(wanted);
    if (named.isPresent()) {
      return named.get();
    }
    if (RemoteRefs.isAbbreviated(wanted)) {
      return complete(id, wanted);
    }
    throw new RepositoryException(
        wanted.isEmpty() || wanted.equals("HEAD")
            ? "%s has no commit yet".formatted(id)
            : "%s has no branch, tag or commit \"%s\"".formatted(id, wanted));
  }

  /** The files of a commit, fetched if they are not here. */
  public RepositoryTree tree(RepositoryId id, String commit) {
    GitClone clone = ensure(id, commit);
    return reading(
        id,
        commit,
        () -> {
          Repository repository = clone.open();
          try (RevWalk walk = new RevWalk(repository)) {
            RevCommit found = walk.parseCommit(ObjectId.fromString(commit));
            return new RepositoryTree(
                repository, id, commit, found.getTree().getId(), settings.fileLimit());
          }
        });
  }

  /** Who made a commit, and why; its tags as far as they are known. */
  public CommitMetadata metadata(RepositoryId id, String commit) {
    GitClone clone = ensure(id, commit);
    return reading(
        id,
        commit,
        () -> {
          try (RevWalk walk = new RevWalk(clone.open())) {
            RevCommit found = walk.parseCommit(ObjectId.fromString(commit));
            PersonIdent author = found.getAuthorIdent();
            return new CommitMetadata(
                "%s <%s>".formatted(author.getName(), author.getEmailAddress()),
                author.getWhenAsInstant(),
                knownRefs(id).tagsOf(commit),
                found.getFullMessage().strip(),
                "");
          }
        });
  }

  /** Asks anew for branches and tags at the next question, for whatever project. */
  public void forget(String url) {
    refs.keySet().removeIf(id -> GitUrls.same(id.url(), url));
  }

  /**
   * Removes from disk what nobody used for so long, clones of earlier runs too.
   *
   * @return how many
   */
  public int clean(Duration unused) throws IOException {
    return new Cleaning(settings.folder(), clones).run(clock.instant().minus(unused));
  }

  @Override
  public void close() {
    clones.values().forEach(GitClone::close);
  }

  private String complete(RepositoryId id, String abbreviated) {
    GitClone clone = clone(id);
    return reading(
        id,
        abbreviated,
        () -> {
          Optional<String> known = clone.complete(abbreviated);
          if (known.isPresent()) {
            return known.get();
          }
          fetchAll(id, clone, abbreviated);
          return clone
              .complete(abbreviated)
              .orElseThrow(
                  () ->
                      new RepositoryException(
                          "%s has no branch, tag or commit \"%s\"".formatted(id, abbreviated)));
        });
  }

  private RemoteRefs refs(RepositoryId id) {
    RemoteRefs known = refs.get(id);
    if (known != null && known.asked().plus(settings.refsAge()).isAfter(clock.instant())) {
      return known;
    }
    return asking.ask(id, () -> askRefs(id)).value();
  }

  /** However old: a commit is told of though its server is gone. */
  private RemoteRefs knownRefs(RepositoryId id) {
    RemoteRefs known = refs.get(id);
    return known == null ? refs(id) : known;
  }

  private RemoteRefs askRefs(RepositoryId id) {
    Instant asked = clock.instant();
    RemoteRefs answer =
        timed(
            id,
            Request.LS_REMOTE,
            "the branches and tags",
            () -> {
              try (Link link = links.open(id, null);
                  FetchConnection connection = link.transport().openFetch()) {
                return RemoteRefs.of(connection.getRefs(), asked);
              }
            });
    refs.put(id, answer);
    return answer;
  }

  /** A clone that has the commit. */
  private GitClone ensure(RepositoryId id, String commit) {
    GitClone clone = clone(id);
    return reading(
        id,
        commit,
        () -> {
          boolean joined = true;
          while (joined && !clone.has(commit)) {
            joined = fetchAll(id, clone, commit);
          }
          if (!clone.has(commit)) {
            fetchOne(id, clone, commit);
          }
          if (!clone.has(commit)) {
            throw new RepositoryException("%s has no commit %s".formatted(id, commit));
          }
          return clone;
        });
  }

  /** Whether it was someone else's fetch, which may have begun too early for us. */
  private boolean fetchAll(RepositoryId id, GitClone clone, String revision) {
    return fetching
        .ask(
            clone.folder().toString(),
            () -> {
              fetch(id, clone, revision, clone::fetch);
              return true;
            })
        .joined();
  }

  /** For a commit that no branch and no tag reaches, such as a pull request's. */
  private void fetchOne(RepositoryId id, GitClone clone, String commit) {
    fetching.ask(
        clone.folder() + "@" + commit,
        () -> {
          String name = refs(id).nameOf(commit).orElse(commit);
          fetch(id, clone, commit, (link, monitor) -> clone.fetch(link, monitor, name));
          return true;
        });
  }

  private interface Fetching {
    void run(Link link, FetchMonitor monitor) throws IOException;
  }

  private void fetch(RepositoryId id, GitClone clone, String revision, Fetching fetching) {
    fetches.acquireUninterruptibly();
    try {
      timed(
          id,
          Request.FETCH,
          revision,
          () -> {
            try {
              return fetchOnce(id, clone, revision, fetching);
            } catch (IOException e) {
              boolean broken =
                  GitFailures.find(e, MissingObjectException.class).isPresent()
                      || GitFailures.find(e, CorruptObjectException.class).isPresent();
              if (!broken) {
                throw e;
              }
              clone.delete();
              return fetchOnce(id, clone, revision, fetching);
            }
          });
    } finally {
      fetches.release();
    }
  }

  private Boolean fetchOnce(RepositoryId id, GitClone clone, String revision, Fetching fetching)
      throws IOException {
    FetchMonitor monitor =
        new FetchMonitor(clone.folder(), settings.cloneLimit(), settings.fetchLimit());
    try (Link link = links.open(id, clone.open())) {
      fetching.run(link, monitor);
    } catch (IOException | RuntimeException e) {
      if (monitor.reason() == null) {
        throw e;
      }
    }
    if (monitor.reason() != null) {
      clone.delete();
      throw new RepositoryException(
          "cannot fetch %s of %s: %s".formatted(revision, id, monitor.reason()));
    }
    return true;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T timed(RepositoryId id, Request request, String doing, Work<T> work) {
    Instant started = clock.instant();
    boolean succeeded = false;
    try {
      T answer = reading(id, doing, work);
      succeeded = true;
      return answer;
    } finally {
      listener.requested(
          id.toString(), request, Duration.between(started, clock.instant()), succeeded);
    }
  }

  private <T> T reading(RepositoryId id, String doing, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      throw GitFailures.of(id, doing, e, links.credentials(id));
    }
  }

  /** One for a URL; credentials of a project alone open one that is the project's alone. */
  private GitClone clone(RepositoryId id) {
    String owner = links.credentials(id).project();
    GitClone clone =
        clones.computeIfAbsent(
            owner + " " + GitUrls.withoutEnding(id.url()),
            key -> new GitClone(settings.folder().resolve(name(key))));
    clone.use(clock.instant());
    return clone;
  }

  private static String name(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16) + ".git";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
