package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Waits for what is to come about, and fails as soon as the API server forbids something. */
record Unhindered(Audit audit) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  void happens(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(forbidden()).as("forbidden").isEmpty();
              return condition.call();
            });
  }

  /**
   * What was not permitted. Whether there is a namespace at all, commands would only like to know.
   */
  List<Audit.Request> forbidden() {
    return audit.forbidden().stream()
        .filter(request -> !request.resource().equals("namespaces"))
        .toList();
  }
}
