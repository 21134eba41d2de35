package io.tocsin.services.github;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The type {@code github}. */
public final class GitHubType extends AbstractServiceType {
  static final String KEY = "github";

  /** For an application of several sources, the first. */
  private static final String REPOSITORY =
      "{{with .app.spec.source}}{{.repoURL}}{{else}}"
          + "{{(index .app.spec.sources 0).repoURL}}{{end}}";

  private static final String REVISION =
      "{{with .app.status.operationState.syncResult.revision}}{{.}}{{else}}"
          + "{{index .app.status.operationState.syncResult.revisions 0}}{{end}}";

  private static final Field.Group DEPLOYMENT =
      Field.group(
          "state", Field.text(),
          "environment", Field.text(),
          "environmentURL", Field.text(),
          "logURL", Field.text(),
          "requiredContexts", Field.fixedTexts(),
          "autoMerge", Field.optionalFlag(),
          "transientEnvironment", Field.optionalFlag(),
          "reference", Field.text());

  private static final Field.Group CHECK_RUN =
      Field.group(
          "name", Field.text(),
          "details_url", Field.text(),
          "status", Field.text(),
          "conclusion", Field.text(),
          "started_at", Field.text(),
          "completed_at", Field.text(),
          "output", Field.texts(List.of("title", "summary", "text")));

  private static final Field.Group FIELDS =
      Field.group(
          "repoURLPath", Field.text(REPOSITORY),
          "revisionPath", Field.text(REVISION),
          "status", Field.texts(List.of("state", "label", "targetURL")),
          "deployment", DEPLOYMENT,
          "pullRequestComment", Field.texts(List.of("content", "commentTag")),
          "checkRun", CHECK_RUN,
          "repositoryDispatch", Field.texts(List.of("event_type", "client_payload")));

  public GitHubType() {
    super(
        KEY,
        Section.implied(KEY, FIELDS, Map.of()),
        Feature.RICH,
        Feature.UPDATES,
        Feature.SIGNING);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    GitHubOptions github = GitHubOptions.read(options);
    TransportOptions transport = TransportOptions.read(options);
    return context -> {
      Exchange exchange = context.exchange(service, transport);
      return new GitHubService(
          new GitHubApi(github, new GitHubTokens(github, exchange, context.clock()), exchange));
    };
  }
}
