package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.SourceFiles.RemoteFiles;
import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Reads value files at http and https URLs, without credentials. Thread-safe. */
public final class HttpFiles implements RemoteFiles, AutoCloseable {
  private static final int LARGEST = 10 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Http http = new Http(RepositoryAccess.anonymous(""), TIMEOUT);

  @Override
  public byte[] read(URI url) {
    Answer answer = http.get(url, Map.of(), LARGEST);
    if (!answer.isOk()) {
      throw new HelmException("%s answered %d".formatted(Http.shown(url), answer.status()));
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
