package io.tocsin.embedded;

import io.tocsin.embedded.api.Failures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that are to fail. Safe for use by many threads. */
final class Refusals {
  private final Map<String, Planned> planned = new ConcurrentHashMap<>();

  private record Planned(int code, int times) {
    /** The rest after one more, or null when that was the last. */
    Planned next() {
      return times > 1 ? new Planned(code, times - 1) : null;
    }
  }

  void plan(String verb, String resource, int code, int times) {
    if (code < 400 || code > 599 || times < 1) {
      throw new IllegalArgumentException(
          "%d refusals with status %d cannot be planned.".formatted(times, code));
    }
    planned.put(verb + " " + resource, new Planned(code, times));
  }

  /** Fails when such a request is to fail. */
  void check(String verb, String resource) {
    int[] code = new int[1];
    planned.computeIfPresent(
        verb + " " + resource,
        (key, plan) -> {
          code[0] = plan.code();
          return plan.next();
        });
    if (code[0] != 0) {
      throw Failures.planned(code[0], verb, resource);
    }
  }
}
