package io.tocsin.controller.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository that tests write to. */
public final class Origin implements AutoCloseable {
  private static final PersonIdent ANN =
      new PersonIdent(
          "Ann", "ann@example.com", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Git git;

  private Origin(Path folder, Git git) {
    this.folder = folder;
    this.git = git;
  }

  public static Origin in(Path folder) throws Exception {
    GitEnvironment.isolate();
    Files.createDirectories(folder);
    return new Origin(
        folder, Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call());
  }

  public String url() {
    return folder.toUri().toString().replaceFirst("^file:/+", "file:///").replaceFirst("/$", "");
  }

  public Path folder() {
    return folder;
  }

  public Git git() {
    return git;
  }

  /** Commits files; a content that begins with {@code ->} is where a link leads. */
  public String commit(String message, Map<String, String> files)
      throws IOException, GitAPIException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      if (file.getValue().startsWith("->")) {
        Files.createSymbolicLink(path, Path.of(file.getValue().substring(2)));
      } else {
        Files.writeString(path, file.getValue());
      }
    }
    git.add().addFilepattern(".").call();
    RevCommit commit =
        git.commit().setSign(false).setMessage(message).setAuthor(ANN).setCommitter(ANN).call();
    return commit.name();
  }

  public void tag(String name, boolean annotated) throws GitAPIException {
    git.tag()
        .setName(name)
        .setAnnotated(annotated)
        .setTagger(annotated ? ANN : null)
        .setSigned(false)
        .call();
  }

  @Override
  public void close() {
    git.close();
  }
}
