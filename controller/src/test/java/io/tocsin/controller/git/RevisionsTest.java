package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit a targetRevision is. */
class RevisionsTest {
  @TempDir Path folder;
  private Origin origin;
  private Bench bench;
  private RepositoryId id;
  private String first;
  private String second;

  @BeforeEach
  void twoCommits() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    first = origin.commit("first", Map.of("a.yaml", "a: 1"));
    origin.tag("v1.0.0", true);
    origin.tag("v1.1.0", false);
    origin.git().branchCreate().setName("release/1.x").call();
    second = origin.commit("second\n\nbecause", Map.of("a.yaml", "a: 2"));
    origin.tag("v2.0.0-rc.1", false);
    bench = new Bench(folder);
    id = RepositoryId.of(origin.url());
  }

  @AfterEach
  void close() {
    bench.close();
    origin.close();
  }

  private String resolve(String revision) {
    return bench.repositories.resolve(id, revision);
  }

  @Test
  void headAndNothingAreTheDefaultBranch() {
    assertThat(resolve("HEAD")).isEqualTo(second);
    assertThat(resolve("")).isEqualTo(second);
  }

  @Test
  void branchesTagsAndFullNames() {
    assertThat(resolve("main")).isEqualTo(second);
    assertThat(resolve("release/1.x")).isEqualTo(first);
    assertThat(resolve("v1.1.0")).isEqualTo(first);
    assertThat(resolve("refs/heads/main")).isEqualTo(second);
    assertThat(resolve("refs/tags/v1.1.0")).isEqualTo(first);
  }

  @Test
  void anAnnotatedTagIsItsCommit() {
    assertThat(resolve("v1.0.0")).isEqualTo(first);
  }

  @Test
  void aRangeIsItsGreatestTag() {
    assertThat(resolve("1.x")).isEqualTo(first);
    assertThat(resolve("^1.0")).isEqualTo(first);
    assertThat(resolve(">=2.0.0-0")).isEqualTo(second);
    assertThatThrownBy(() -> resolve("~3"))
        .hasMessage(origin.url() + " has no branch, tag or commit \"~3\"");
  }

  @Test
  void aCommitInFullAndInPart() {
    assertThat(resolve(first)).isEqualTo(first);
    assertThat(resolve(first.substring(0, 8))).isEqualTo(first);
    assertThatThrownBy(() -> resolve("0123456"))
        .hasMessage(origin.url() + " has no branch, tag or commit \"0123456\"");
  }

  @Test
  void aMovedBranchIsSeenAfterTheAnswerHasAgedOrWasForgotten() throws Exception {
    assertThat(resolve("main")).isEqualTo(second);
    String third = origin.commit("third", Map.of("a.yaml", "a: 3"));

    assertThat(resolve("main")).isEqualTo(second);
    bench.repositories.forget(origin.url() + ".git");
    assertThat(resolve("main")).isEqualTo(third);
    assertThat(bench.repositories.tree(id, third).text("a.yaml")).isEqualTo("a: 3");
    assertThat(bench.repositories.tree(id, second).text("a.yaml")).isEqualTo("a: 2");
  }

  @Test
  void anAnswerAges() throws Exception {
    try (Bench quick =
        new Bench(
            folder,
            settings ->
                settings.withTimes(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30)))) {
      quick.repositories.resolve(id, "main");
      String third = origin.commit("third", Map.of("a.yaml", "a: 3"));
      assertThat(quick.repositories.resolve(id, "main")).isEqualTo(third);
    }
  }

  @Test
  void aCommitTellsItsAuthorDateMessageAndTags() {
    CommitMetadata metadata = bench.repositories.metadata(id, first);

    assertThat(metadata)
        .isEqualTo(
            new CommitMetadata(
                "Ann <ann@example.com>",
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of("v1.0.0", "v1.1.0"),
                "first",
                ""));
    assertThat(bench.repositories.metadata(id, second).message()).isEqualTo("second\n\nbecause");
  }

  @Test
  void aCommitThatOnlyARefOfItsOwnReachesIsFetchedByItsName() throws Exception {
    origin.git().checkout().setName("pull").setCreateBranch(true).call();
    String pull = origin.commit("pull", Map.of("p.yaml", "p: 1"));
    var update = origin.git().getRepository().updateRef("refs/pull/7/head");
    update.setNewObjectId(ObjectId.fromString(pull));
    update.update();
    origin.git().checkout().setName("main").call();
    origin.git().branchDelete().setBranchNames("pull").setForce(true).call();

    assertThat(resolve("refs/pull/7/head")).isEqualTo(pull);
    assertThat(bench.repositories.tree(id, pull).text("p.yaml")).isEqualTo("p: 1");
  }

  @Test
  void anEmptyRepositoryHasNoCommit() throws Exception {
    try (Origin empty = Origin.in(folder.resolve("origins/empty"))) {
      assertThatThrownBy(() -> bench.repositories.resolve(RepositoryId.of(empty.url()), "HEAD"))
          .hasMessage(empty.url() + " has no commit yet");
    }
  }
}
