package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.time.GoTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpersTest {
  private static final Helpers HELPERS = new Helpers(Clock.fixed(Call.NOW, ZoneOffset.UTC));

  /** Knows one commit. */
  private static final class OneCommit implements RepositoryDetails {
    @Override
    public GoObject commitMetadata(String revision) {
      if (!revision.equals("abc")) {
        throw new GoException("no commit " + revision);
      }
      return new CommitMetadata(
          "Fix it", "Jo <jo@example.com>", GoTime.of(Call.NOW), List.of("v1"));
    }

    @Override
    public GoObject appDetails() {
      throw new GoException("no details");
    }
  }

  private static String render(String template, Map<String, Object> variables) {
    return GoTemplates.withSprig().compile("t", template).render(variables);
  }

  @Test
  void aCommitIsAskedForByItsRevision() {
    String template =
        "{{$c := call .repo.GetCommitMetadata \"abc\"}}{{$c.Message}} by {{$c.Author}}"
            + " on {{$c.Date.Format \"2006-01-02\"}} {{$c.Tags}} {{toJson $c}}";
    assertThat(render(template, HELPERS.variables(new OneCommit())))
        .isEqualTo(
            "Fix it by Jo <jo@example.com> on 2026-06-01 [v1] {\"Message\":\"Fix it\","
                + "\"Author\":\"Jo \\u003cjo@example.com\\u003e\","
                + "\"Date\":\"2026-06-01T12:00:00Z\",\"Tags\":[\"v1\"]}");
  }

  @Test
  void whatTheRepositoryCannotSayFailsTheTemplate() {
    Map<String, Object> variables = HELPERS.variables(new OneCommit());
    assertThatThrownBy(() -> render("{{call .repo.GetAppDetails}}", variables))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("no details");
  }

  @ParameterizedTest
  @CsvSource({
    "git@github.com:argoproj/argo-cd.git, https://github.com/argoproj/argo-cd.git, argoproj/argo-cd",
    "https://u:p@host:8443/a/b/c.git, https://host:8443/a/b/c.git, a/b",
    "ssh://git@host.example:22/a/b, https://host.example:22/a/b, a/b",
    "host:solo.git, https://host/solo.git, solo"
  })
  void addressesOfRepositoriesAreUnderstood(String address, String https, String name) {
    assertThat(GitUrl.https(address)).isEqualTo(https);
    assertThat(GitUrl.fullName(address)).isEqualTo(name);
  }

  @Test
  void theNamesAreThoseOfArgoCd() {
    Map<String, Object> variables = HELPERS.variables(new OneCommit());
    assertThat(Args.map(variables.get("time"))).hasSize(24).containsKeys("Parse", "Now", "Hour");
    assertThat(Args.map(variables.get("strings")).keySet())
        .containsExactlyInAnyOrder("ReplaceAll", "ToUpper", "ToLower");
    assertThat(Args.map(variables.get("repo")).keySet())
        .containsExactlyInAnyOrder(
            "RepoURLToHTTPS",
            "FullNameByRepoURL",
            "QueryEscape",
            "GetCommitMetadata",
            "GetAppDetails");
  }
}
