package io.tocsin.controller.reconcile;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scene of its own for each test. */
abstract class InScene {
  @TempDir Path folder;
  Scene scene;

  /** Of a cluster that no test has used before, or where nothing is left of them. */
  abstract String kubeconfig() throws Exception;

  /** Called when the test has ended. */
  void stopCluster() {}

  @BeforeEach
  void open() throws Exception {
    scene = new Scene(kubeconfig(), folder);
  }

  @AfterEach
  void close() {
    scene.close();
    stopCluster();
  }
}
