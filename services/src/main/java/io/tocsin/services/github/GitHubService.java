package io.tocsin.services.github;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what the template's fields ask for, each field one thing. */
final class GitHubService extends HttpService {
  private static final int LONGEST_DESCRIPTION = 140;

  private final GitHubApi api;

  GitHubService(GitHubApi api) {
    super(api.exchange());
    this.api = api;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, GitHubType.KEY);
    Repository repository = Repository.of(fields.text("repoURLPath").strip());
    String revision = fields.text("revisionPath").strip();
    String description = Texts.characters(notification.message().strip(), LONGEST_DESCRIPTION);
    Optional<Fields> status = fields.group("status");
    Optional<Fields> deployment = fields.group("deployment");
    Optional<Fields> comment = fields.group("pullRequestComment");
    Optional<Fields> check = fields.group("checkRun");
    Optional<Fields> dispatch = fields.group("repositoryDispatch");
    status.ifPresent(said -> status(repository, revision, said, description));
    deployment.ifPresent(
        said -> new Deployments(api, repository).report(revision, said, description));
    comment.ifPresent(said -> new PullRequestComments(api, repository).say(revision, said));
    check.ifPresent(
        said -> api.post(repository.path() + "/check-runs", CheckRun.of(revision, said)));
    dispatch.ifPresent(said -> dispatch(repository, said));
    if (Stream.of(status, deployment, comment, check, dispatch).allMatch(Optional::isEmpty)) {
      api.post(
          repository.path() + "/commits/" + Urls.encode(revision) + "/comments",
          Json.fields("body", notification.message()));
    }
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return new Limits(Buckets.of(GitHubType.KEY, api.installation()), 1, Optional.empty());
  }

  private void status(Repository repository, String revision, Fields said, String description) {
    api.post(
        repository.path() + "/statuses/" + Urls.encode(revision),
        Json.present(
            "state", said.text("state"),
            "target_url", said.text("targetURL"),
            "description", description,
            "context", said.text("label")));
  }

  private void dispatch(Repository repository, Fields said) {
    String payload = said.text("client_payload");
    api.post(
        repository.path() + "/dispatches",
        Json.present(
            "event_type",
            said.text("event_type"),
            "client_payload",
            payload.isBlank()
                ? null
                : Json.object("github.repositoryDispatch.client_payload", payload)));
  }
}
