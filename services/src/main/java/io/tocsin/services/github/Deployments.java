package io.tocsin.services.github;

import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.http.Urls;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports on a deployment, which it makes where there is none of that revision yet. */
final class Deployments {
  private final GitHubApi api;
  private final String path;

  Deployments(GitHubApi api, Repository repository) {
    this.api = api;
    this.path = repository.path() + "/deployments";
  }

  void report(String revision, Fields said, String description) {
    String environment = said.text("environment");
    Object id = find(revision, environment).orElseGet(() -> create(revision, said));
    api.post(
        path + "/" + id + "/statuses",
        Json.present(
            "state", said.text("state"),
            "log_url", said.text("logURL"),
            "description", description,
            "environment", environment,
            "environment_url", said.text("environmentURL")));
  }

  private Optional<Object> find(String revision, String environment) {
    String query = "?ref=" + Urls.encode(revision) + "&environment=" + Urls.encode(environment);
    HttpAnswer answer = api.get(path + query);
    return Json.read(answer.body()) instanceof List<?> found
            && !found.isEmpty()
            && found.getFirst() instanceof Map<?, ?> first
        ? Optional.ofNullable(first.get("id"))
        : Optional.empty();
  }

  private Object create(String revision, Fields said) {
    Map<String, Object> deployment =
        Json.present(
            "ref", said.text("reference", revision),
            "auto_merge", said.optionalFlag("autoMerge").orElse(null),
            "environment", said.text("environment"),
            "transient_environment", said.optionalFlag("transientEnvironment").orElse(null));
    if (said.has("requiredContexts")) {
      deployment.put("required_contexts", said.texts("requiredContexts"));
    }
    HttpAnswer answer = api.post(path, deployment);
    return answer
        .object()
        .map(body -> body.get("id"))
        .orElseThrow(
            () ->
                new Undelivered(
                    new Outcome.Retryable(
                        "github merged the default branch first" + Failures.excerpt(answer),
                        Optional.empty())));
  }
}
