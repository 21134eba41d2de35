package io.tocsin.notifier.repository;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.pipeline.RepositoryFacts;
import io.tocsin.templates.golang.GoObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Facts whose source is opened at the first question, as most commands ask none. Thread-safe. */
public final class FactsOnDemand implements RepositoryFacts {
  private final Supplier<RepositoryFacts> source;
  private RepositoryFacts opened;

  /**
   * Opens nothing.
   *
   * @param source called once at most
   */
  public FactsOnDemand(Supplier<RepositoryFacts> source) {
    this.source = source;
  }

  @Override
  public CompletableFuture<GoObject> commit(KubeObject object, String revision) {
    return opened().commit(object, revision);
  }

  @Override
  public CompletableFuture<GoObject> details(KubeObject object) {
    return opened().details(object);
  }

  private synchronized RepositoryFacts opened() {
    if (opened == null) {
      opened = source.get();
    }
    return opened;
  }
}
