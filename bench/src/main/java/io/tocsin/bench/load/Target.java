package io.tocsin.bench.load;

import io.tocsin.embedded.real.RealKubernetes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The API server that is measured on.
 *
 * @param started the one that was started for it
 */
record Target(Path kubeconfig, Optional<RealKubernetes> started) implements AutoCloseable {

  /** The one of a kubeconfig; without it, one of its own, of the binaries that are at hand. */
  static Target of(Optional<Path> kubeconfig, Path folder) throws IOException {
    if (kubeconfig.isPresent()) {
      return new Target(kubeconfig.get().toAbsolutePath(), Optional.empty());
    }
    Path assets =
        RealKubernetes.assets()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no API server: give --kubeconfig, or set KUBEBUILDER_ASSETS to a"
                            + " folder with kube-apiserver and etcd"));
    RealKubernetes server = RealKubernetes.start(assets);
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, server.kubeconfig());
    return new Target(file.toAbsolutePath(), Optional.of(server));
  }

  @Override
  public void close() {
    started.ifPresent(RealKubernetes::close);
  }
}
