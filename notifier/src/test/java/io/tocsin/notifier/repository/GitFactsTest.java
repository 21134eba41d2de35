package io.tocsin.notifier.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.git.GitTrust;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.pipeline.RepositoryFacts.Unavailable;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.golang.GoObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GitFactsTest {
  private static final PersonIdent ANN =
      new PersonIdent(
          "Ann", "ann@example.com", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Path origin;
  private String commit;
  private GitFacts facts;

  @BeforeEach
  void start() throws Exception {
    origin = Files.createDirectories(folder.resolve("origins/shop"));
    facts = facts(Duration.ofSeconds(30));
    try (Git git = Git.init().setDirectory(origin.toFile()).setInitialBranch("main").call()) {
      Path chart = Files.createDirectories(origin.resolve("chart"));
      Files.writeString(
          chart.resolve("Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
      Files.writeString(chart.resolve("values.yaml"), "image:\n  tag: '1.2'\nreplicas: 2\n");
      git.add().addFilepattern(".").call();
      commit =
          git.commit()
              .setMessage("Raise the limit\n\nAs it was too low.")
              .setAuthor(ANN)
              .setCommitter(ANN)
              .setSign(false)
              .call()
              .name();
    }
  }

  @AfterEach
  void stop() {
    facts.close();
  }

  private GitFacts facts(Duration limit) {
    Repositories repositories =
        Repositories.of(
            GitSettings.in(folder.resolve("clones")).withLocalRoots(folder.resolve("origins")),
            new Anyone(),
            Clock.systemUTC());
    return new GitFacts(repositories, "argocd", limit, Clock.systemUTC());
  }

  @Test
  void aCommitSaysWhoMadeItAndWhy() {
    assertThat(
            render("{{.x.Message}}|{{.x.Author}}|{{.x.Date}}", facts.commit(app(), commit).join()))
        .isEqualTo(
            "Raise the limit\n\nAs it was too low.|Ann <ann@example.com>|2026-01-02 03:04:05 +0000 UTC");
  }

  @Test
  void theDetailsOfAChartAreItsValuesUnderTheApplicationsParameters() {
    assertThat(
            render(
                "{{.x.Type}} {{.x.Helm.GetParameterValueByName \"image.tag\"}}"
                    + " {{.x.Helm.GetParameterValueByName \"replicas\"}}"
                    + " {{range .x.Helm.HelmAppSpec.Parameters}}{{.Name}}={{.Value}};{{end}}",
                facts.details(app()).join()))
        .isEqualTo("Helm 1.3 2 image.tag=1.2;replicas=2;");
  }

  @Test
  void whatWasAskedOnceIsKnownThoughTheRepositoryIsGone() throws Exception {
    GoObject first = facts.commit(app(), commit).join();
    Files.move(origin, folder.resolve("away"));

    assertThat(facts.commit(app(), commit).join()).isSameAs(first);
  }

  @Test
  void aCommitThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> facts.commit(app(), "nope").join())
        .hasRootCauseMessage("%s has no branch, tag or commit \"nope\"".formatted(url()));
  }

  @Test
  void aRepositoryThatTakesTooLongIsGivenUp() {
    try (GitFacts impatient = facts(Duration.ofNanos(1))) {
      assertThatThrownBy(() -> impatient.commit(app(), commit).join())
          .hasRootCauseInstanceOf(Unavailable.class)
          .hasMessageContaining("did not answer within");
    }
  }

  private String url() {
    return "file://" + origin;
  }

  private KubeObject app() {
    return Objects.object(
        """
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          source:
            repoURL: %s
            path: chart
            helm: {parameters: [{name: image.tag, value: '1.3'}]}
          destination: {namespace: shop}
        status: {sync: {status: Synced, revision: %s}}
        """
            .formatted(url(), "'" + commit + "'"));
  }

  private static String render(String template, GoObject x) {
    return GoTemplates.withSprig().compile("t", template).render(Map.of("x", x));
  }

  private record Anyone() implements RepositoryAccess {
    @Override
    public RepositoryCredentials credentials(RepositoryId repository) {
      return RepositoryCredentials.NONE;
    }

    @Override
    public GitTrust trust() {
      return GitTrust.DEFAULT;
    }
  }
}
