package io.tocsin.controller.git;

import io.tocsin.controller.git.GitListener.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** Repositories under test, with what their servers were asked. */
final class Bench implements AutoCloseable {
  record Asked(String repository, Request request, boolean succeeded) {}

  final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  volatile RepositoryCredentials credentials = RepositoryCredentials.NONE;
  volatile GitTrust trust = GitTrust.DEFAULT;
  final GitRepositories repositories;

  Bench(Path folder, UnaryOperator<GitSettings> settings) {
    repositories =
        new GitRepositories(
            settings.apply(
                GitSettings.in(folder.resolve("clones")).withLocalRoots(folder.resolve("origins"))),
            new RepositoryAccess() {
              @Override
              public RepositoryCredentials credentials(RepositoryId repository) {
                return credentials;
              }

              @Override
              public GitTrust trust() {
                return trust;
              }
            },
            (repository, request, duration, succeeded) ->
                asked.add(new Asked(repository, request, succeeded)),
            Clock.systemUTC());
  }

  Bench(Path folder) {
    this(folder, UnaryOperator.identity());
  }

  void credentials(Map<String, String> fields) {
    credentials = new RepositoryCredentials(fields);
  }

  long count(Request request) {
    return asked.stream().filter(one -> one.request() == request).count();
  }

  @Override
  public void close() {
    repositories.close();
  }
}
