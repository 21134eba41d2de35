package io.tocsin.notifier.failure;

/** What was measured, for who reads the log of a run. */
final class Report {
  private Report() {}

  static void say(String test, String figures) {
    System.out.println("failure: " + test + ": " + figures);
  }
}
