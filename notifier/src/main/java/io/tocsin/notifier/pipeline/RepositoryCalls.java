package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.pipeline.RepositoryFacts.Unavailable;
import io.tocsin.templates.functions.RepositoryDetails;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What one evaluation or rendering asks of an object's repository. Of one thread.
 *
 * <p>A caller that does not wait gets an error for what is not there yet, and must throw away what
 * it made of that: {@link #missing} says when to try again.
 */
public final class RepositoryCalls implements RepositoryDetails {
  private final RepositoryFacts facts;
  private final KubeObject object;
  private final boolean waits;
  private final List<CompletableFuture<GoObject>> asked = new ArrayList<>();
  private String unavailable = "";

  private RepositoryCalls(RepositoryFacts facts, KubeObject object, boolean waits) {
    this.facts = facts;
    this.object = object;
    this.waits = waits;
  }

  /** Calls that block until the answer is there. */
  static RepositoryCalls waiting(RepositoryFacts facts, KubeObject object) {
    return new RepositoryCalls(facts, object, true);
  }

  /** Calls that do not. */
  static RepositoryCalls atOnce(RepositoryFacts facts, KubeObject object) {
    return new RepositoryCalls(facts, object, false);
  }

  @Override
  public GoObject commitMetadata(String revision) {
    return answer(facts.commit(object, revision));
  }

  @Override
  public GoObject appDetails() {
    return answer(facts.details(object));
  }

  /** Ends when all is there that was asked for and was not; empty when nothing was missing. */
  Optional<CompletableFuture<?>> missing() {
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new)));
  }

  /** Why a repository could not be asked; empty when none was asked, or all answered. */
  String unavailable() {
    return unavailable;
  }

  private GoObject answer(CompletableFuture<GoObject> future) {
    if (!waits && !future.isDone()) {
      asked.add(future);
      throw new GoException("the repository is being asked");
    }
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unavailable) {
        unavailable = e.getCause().getMessage();
      }
      throw new GoException(e.getCause().getMessage());
    }
  }
}
