package io.tocsin.notifier.repository;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.CommitMetadata;
import io.tocsin.controller.git.GitUrls;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.source.RenderRequest;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.notifier.pipeline.RepositoryFacts;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.time.GoTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads repositories on virtual threads, at most 5 s for an answer, and keeps answers by repository
 * and revision. A failure is kept for 30 s. Thread-safe.
 */
public final class GitFacts implements RepositoryFacts, AutoCloseable {
  private static final int KEPT = 1000;
  private static final Duration FAILURES = Duration.ofSeconds(30);

  private final Repositories repositories;
  private final String namespace;
  private final Duration limit;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Object, Answer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Answer> eldest) {
          return size() > KEPT;
        }
      };

  private record Answer(CompletableFuture<GoObject> future, Instant asked) {}

  private record Commit(RepositoryId repository, String revision) {}

  private record Details(RenderRequest request) {}

  /**
   * Asks nothing yet.
   *
   * @param namespace the control plane's
   */
  public GitFacts(Repositories repositories, String namespace, Clock clock) {
    this(repositories, namespace, Duration.ofSeconds(5), clock);
  }

  GitFacts(Repositories repositories, String namespace, Duration limit, Clock clock) {
    this.repositories = repositories;
    this.namespace = namespace;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<GoObject> commit(KubeObject object, String revision) {
    try {
      Application app = Application.of(object);
      Source source = source(app);
      RepositoryId id = new RepositoryId(source.repoUrl(), app.spec().project());
      return answer(new Commit(id, revision), source, () -> commit(id, revision));
    } catch (InvalidSpecException | GoException e) {
      return CompletableFuture.failedFuture(new GoException(e.getMessage()));
    }
  }

  @Override
  public CompletableFuture<GoObject> details(KubeObject object) {
    try {
      Application app = Application.of(object);
      Source source = source(app);
      String revision = app.status().sync().revision();
      RenderRequest request =
          new RenderRequest(
              app.instanceName(namespace),
              app.spec().destination().namespace(),
              app.spec().project(),
              source,
              app.spec().sources(),
              Optional.of(revision).filter(known -> !known.isEmpty()),
              Map.of(),
              "",
              List.of());
      List<HelmOptions.Parameter> overrides =
          source.helm().map(HelmOptions::parameters).orElse(List.of());
      return answer(
          new Details(request),
          source,
          () -> new AppDetails(repositories.renderer().details(request), overrides));
    } catch (InvalidSpecException | GoException e) {
      return CompletableFuture.failedFuture(new GoException(e.getMessage()));
    }
  }

  private static Source source(Application app) {
    return app.spec().sources().stream()
        .findFirst()
        .orElseThrow(() -> new GoException("the Application has no source"));
  }

  private GoObject commit(RepositoryId id, String revision) {
    String commit = repositories.git().resolve(id, revision);
    CommitMetadata found = repositories.git().metadata(id, commit);
    return new io.tocsin.templates.functions.CommitMetadata(
        found.message(), found.author(), GoTime.of(found.date()), found.tags());
  }

  private CompletableFuture<GoObject> answer(
      Object key, Source source, Supplier<GoObject> question) {
    synchronized (answers) {
      Answer known = answers.get(key);
      if (known != null && !stale(known)) {
        return known.future();
      }
      CompletableFuture<GoObject> future =
          CompletableFuture.supplyAsync(question, threads)
              .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionallyCompose(
                  e -> CompletableFuture.failedFuture(sentence(source, cause(e))));
      answers.put(key, new Answer(future, clock.instant()));
      return future;
    }
  }

  private boolean stale(Answer answer) {
    return answer.future().isCompletedExceptionally()
        && !answer.asked().plus(FAILURES).isAfter(clock.instant());
  }

  private static Throwable cause(Throwable e) {
    return e instanceof java.util.concurrent.CompletionException && e.getCause() != null
        ? e.getCause()
        : e;
  }

  private RuntimeException sentence(Source source, Throwable e) {
    String url = GitUrls.show(source.repoUrl());
    return switch (e) {
      case TimeoutException _ ->
          new Unavailable("%s did not answer within %d s".formatted(url, limit.toSeconds()));
      case SourceException failed when failed.isPassing() -> new Unavailable(failed.getMessage());
      case SourceException failed -> new GoException(failed.getMessage());
      case KubernetesClientException failed ->
          new Unavailable(
              "the credentials of %s cannot be read: %s".formatted(url, failed.getMessage()));
      default -> new GoException("%s cannot be read: %s".formatted(url, e));
    };
  }

  /** Forgets what was said, and stops asking. */
  @Override
  public void close() {
    threads.shutdownNow();
    repositories.close();
  }
}
