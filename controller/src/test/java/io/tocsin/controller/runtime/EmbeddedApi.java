package io.tocsin.controller.runtime;

import io.tocsin.embedded.EmbeddedKubernetes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One embedded API server for all classes of tests that want it, started when the first one does.
 */
public final class EmbeddedApi implements BeforeAllCallback {
  private EmbeddedKubernetes server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(EmbeddedApi.class))
            .computeIfAbsent(
                EmbeddedApi.class, any -> EmbeddedKubernetes.start(), EmbeddedKubernetes.class);
  }

  public EmbeddedKubernetes server() {
    return server;
  }

  public String kubeconfig() {
    return server.kubeconfig();
  }
}
