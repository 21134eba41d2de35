package io.tocsin.controller.webhook;

/** Hears what became of webhooks, on many threads. Must not throw. */
public interface WebhookListener {
  /** Hears nothing. */
  WebhookListener NONE = new WebhookListener() {};

  /** A request was answered with an HTTP status. */
  default void answered(int status) {}

  /** An event concerns Applications with a source in this repository. */
  default void concerned(String repository) {}

  /** An event is being worked off, or is no more. */
  default void working(boolean begins) {}
}
