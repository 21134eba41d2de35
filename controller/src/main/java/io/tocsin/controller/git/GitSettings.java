package io.tocsin.controller.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where repositories are kept, and how much of them is borne.
 *
 * @param folder of the clones; created when needed
 * @param localRoots under which {@code file://} repositories may be; none for nowhere
 * @param refsAge for how long an answer to "which branches and tags are there" is believed
 * @param silence for how long a server may say nothing
 * @param fetchLimit how long a fetch may take in all
 * @param cloneLimit bytes of a clone on disk
 * @param fileLimit bytes of a file that is read
 * @param parallelFetches of different repositories, at least 1
 */
public record GitSettings(
    Path folder,
    List<Path> localRoots,
    Duration refsAge,
    Duration silence,
    Duration fetchLimit,
    long cloneLimit,
    long fileLimit,
    int parallelFetches) {
  public GitSettings {
    localRoots = List.copyOf(localRoots);
    if (parallelFetches < 1) {
      throw new IllegalArgumentException("parallelFetches must be at least 1");
    }
  }

  /** 30 s of belief, 15 s of silence, 90 s and 2 GiB a clone, 10 MiB a file, 4 fetches at once. */
  public static GitSettings in(Path folder) {
    return new GitSettings(
        folder,
        List.of(),
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Duration.ofSeconds(90),
        2L << 30,
        10L << 20,
        4);
  }

  public GitSettings withLocalRoots(Path... roots) {
    return new GitSettings(
        folder,
        List.of(roots),
        refsAge,
        silence,
        fetchLimit,
        cloneLimit,
        fileLimit,
        parallelFetches);
  }

  public GitSettings withTimes(Duration refs, Duration silent, Duration fetch) {
    return new GitSettings(
        folder, localRoots, refs, silent, fetch, cloneLimit, fileLimit, parallelFetches);
  }

  public GitSettings withLimits(long clone, long file) {
    return new GitSettings(
        folder, localRoots, refsAge, silence, fetchLimit, clone, file, parallelFetches);
  }
}
