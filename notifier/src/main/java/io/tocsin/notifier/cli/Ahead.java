package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.GoTemplates;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Loads what most commands use first while another thread reads the options: each takes about as
 * long as the other. The command waits for the end of it, so that no two threads initialise classes
 * that need each other.
 */
record Ahead(CompletableFuture<Void> loaded) {
  static Ahead start() {
    return new Ahead(CompletableFuture.runAsync(Ahead::load, Thread.ofPlatform().daemon()::start));
  }

  private static void load() {
    Yaml.parse("metadata: {generation: 1}");
    GoTemplates.withSprig();
  }

  /** Runs a command as picocli does. */
  int execute(ParseResult result) {
    loaded.join();
    return new CommandLine.RunLast().execute(result);
  }
}
