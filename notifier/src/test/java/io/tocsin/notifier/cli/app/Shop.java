package io.tocsin.notifier.cli.app;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.Board;
import io.tocsin.notifier.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The command against an embedded API. */
final class Shop implements AutoCloseable {
  private final Board board = new Board();
  private final Path folder;

  Shop(Path folder) {
    this.folder = folder;
    board.apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: argocd}
        """);
    write("kubeconfig", board.kubeconfig());
  }

  Board board() {
    return board;
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Run run(String... arguments) {
    return Run.of(
        Stream.concat(
                Stream.concat(Stream.of("app"), Stream.of(arguments)),
                Stream.of("--kubeconfig", folder.resolve("kubeconfig").toString(), "-n", "argocd"))
            .toArray(String[]::new));
  }

  KubeObject shop() {
    return board.object("argocd", "shop");
  }

  /** An Application that was synced twice. */
  void synced() {
    board.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd, uid: u, labels: {team: web}}
        spec:
          project: default
          source: {repoURL: 'https://me:pw@git.example.com/acme/shop.git', path: deploy, targetRevision: main}
          destination: {server: https://kubernetes.default.svc, namespace: shop}
          syncPolicy: {syncOptions: [CreateNamespace=true]}
        status:
          sync: {status: Synced, revision: '2222222222222222222222222222222222222222'}
          health: {status: Healthy}
          reconciledAt: "2026-06-01T12:00:00Z"
          operationState:
            operation: {sync: {revision: '2222222222222222222222222222222222222222'}}
            phase: Succeeded
            message: successfully synced (all tasks run)
            startedAt: "2026-06-01T11:59:00Z"
            finishedAt: "2026-06-01T11:59:02Z"
            syncResult:
              revision: '2222222222222222222222222222222222222222'
              resources:
              - {group: apps, version: v1, kind: Deployment, namespace: shop, name: web, status: Synced, message: deployment.apps/web configured, hookPhase: Running, syncPhase: Sync}
          resources:
          - {group: apps, version: v1, kind: Deployment, namespace: shop, name: web, status: Synced, health: {status: Healthy}}
          - {version: v1, kind: Service, namespace: shop, name: web, status: Synced}
          history:
          - id: 0
            revision: '1111111111111111111111111111111111111111'
            deployedAt: "2026-05-31T08:00:00Z"
            source: {repoURL: 'https://git.example.com/acme/shop.git', path: deploy, targetRevision: main}
          - id: 1
            revision: '2222222222222222222222222222222222222222'
            deployedAt: "2026-06-01T11:59:02Z"
            source: {repoURL: 'https://git.example.com/acme/shop.git', path: deploy, targetRevision: main}
        """);
  }

  @Override
  public void close() {
    board.close();
  }
}
