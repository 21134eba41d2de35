package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.git.GitListener.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often servers are asked, and what is kept. */
class FetchingTest {
  @TempDir Path folder;
  private Origin origin;
  private RepositoryId id;

  @BeforeEach
  void anOrigin() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    origin.commit("first", Map.of("a.yaml", "a: 1"));
    id = RepositoryId.of(origin.url());
  }

  @AfterEach
  void close() {
    origin.close();
  }

  @Test
  void fiftyAtOnceAreOneQuestionAndOneFetch() throws Exception {
    try (Bench bench = new Bench(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> read = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        read.add(
            threads.submit(
                () -> {
                  start.await();
                  String commit = bench.repositories.resolve(id, "main");
                  return bench.repositories.tree(id, commit).text("a.yaml");
                }));
      }
      start.countDown();
      for (Future<String> one : read) {
        assertThat(one.get()).isEqualTo("a: 1");
      }
      assertThat(bench.count(Request.LS_REMOTE)).isEqualTo(1);
      assertThat(bench.count(Request.FETCH)).isEqualTo(1);
    }
  }

  @Test
  void aFailureIsSharedByAllWhoWaited() throws Exception {
    RepositoryId gone = RepositoryId.of(origin.url() + "-gone");
    try (Bench bench = new Bench(folder)) {
      assertThatThrownBy(() -> bench.repositories.resolve(gone, "main"))
          .isInstanceOf(RepositoryException.class)
          .hasMessage("there is no Git repository at " + gone);
      assertThat(bench.asked)
          .containsExactly(new Bench.Asked(gone.toString(), Request.LS_REMOTE, false));
    }
  }

  @Test
  void aCloneOfAnEarlierRunIsUsedAgain() throws Exception {
    String commit;
    try (Bench bench = new Bench(folder)) {
      commit = bench.repositories.resolve(id, "main");
      bench.repositories.tree(id, commit);
    }
    try (Bench later = new Bench(folder)) {
      assertThat(later.repositories.tree(id, commit).text("a.yaml")).isEqualTo("a: 1");
      assertThat(later.asked).isEmpty();
    }
  }

  @Test
  void clonesThatNobodyUsesAreRemovedAndMadeAnewWhenNeeded() throws Exception {
    try (Bench bench = new Bench(folder)) {
      String commit = bench.repositories.resolve(id, "main");
      bench.repositories.tree(id, commit);

      assertThat(bench.repositories.clean(Duration.ofHours(1))).isZero();
      assertThat(bench.repositories.clean(Duration.ofSeconds(-1))).isEqualTo(1);
      try (var left = Files.list(folder.resolve("clones"))) {
        assertThat(left).isEmpty();
      }
      assertThat(bench.repositories.tree(id, commit).text("a.yaml")).isEqualTo("a: 1");
    }
  }

  @Test
  void aDamagedCloneIsMadeAnew() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.repositories.tree(id, bench.repositories.resolve(id, "main"));
    }
    try (var files = Files.walk(folder.resolve("clones"))) {
      for (Path pack : files.filter(f -> f.toString().contains("/objects/")).toList()) {
        if (Files.isRegularFile(pack)) {
          Files.delete(pack);
        }
      }
    }
    String commit = origin.commit("second", Map.of("b.yaml", "b: 1"));
    try (Bench bench = new Bench(folder)) {
      assertThat(bench.repositories.tree(id, commit).text("a.yaml")).isEqualTo("a: 1");
    }
  }

  @Test
  void aRepositoryThatIsTooBigIsNotKept() throws Exception {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("origins/app/noise"), noise);
    String commit = origin.commit("noise", Map.of());
    try (Bench bench = new Bench(folder, settings -> settings.withLimits(1 << 20, 1 << 20))) {
      assertThatThrownBy(() -> bench.repositories.tree(id, commit))
          .hasMessage(
              "cannot fetch %s of %s: it is bigger than 1 MiB".formatted(commit, origin.url()));
      try (var left = Files.list(folder.resolve("clones"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void localRepositoriesAreReadWhereThatIsAllowedAlone() throws Exception {
    try (Origin secret = Origin.in(folder.resolve("secret"));
        Bench bench = new Bench(folder)) {
      secret.commit("first", Map.of("a.yaml", "a: 1"));
      assertThatThrownBy(() -> bench.repositories.resolve(RepositoryId.of(secret.url()), "main"))
          .hasMessage(secret.url() + " is in no folder from which repositories may be read");
      String round = origin.url() + "/../../secret";
      assertThatThrownBy(() -> bench.repositories.resolve(RepositoryId.of(round), "main"))
          .hasMessageContaining("is in no folder");
    }
  }

  @Test
  void otherSchemesAreRefused() throws Exception {
    try (Bench bench = new Bench(folder)) {
      for (String url : List.of("ext::sh -c id", "/etc", "sftp://host/x", "amazon-s3://x@y/z")) {
        if (!GitUrls.isSsh(url)) {
          assertThatThrownBy(() -> bench.repositories.resolve(RepositoryId.of(url), "main"))
              .as(url)
              .hasMessageContaining("is no URL of a repository");
        }
      }
    }
  }
}
