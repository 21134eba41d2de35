package io.tocsin.controller.git;

import java.time.Duration;

/** Hears of requests to Git servers, on the thread that made them. Must not throw. */
public interface GitListener {
  /** What is asked; the names are the values of Argo CD's label {@code request_type}. */
  enum Request {
    LS_REMOTE("ls-remote"),
    FETCH("fetch");

    private final String label;

    Request(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Hears nothing. */
  GitListener NONE = (repository, request, duration, succeeded) -> {};

  /**
   * A request has ended.
   *
   * @param repository its URL, without credentials
   */
  void requested(String repository, Request request, Duration duration, boolean succeeded);
}
