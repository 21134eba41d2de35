package io.tocsin.controller.runtime;

import io.tocsin.embedded.real.RealKubernetes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One API server for all classes of tests that want it, started when the first one does. */
public final class RealApi implements BeforeAllCallback {
  private RealKubernetes server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(RealApi.class))
            .computeIfAbsent(
                RealApi.class,
                any -> RealKubernetes.start(RealKubernetes.assets().orElseThrow()),
                RealKubernetes.class);
  }

  public RealKubernetes server() {
    return server;
  }

  public String kubeconfig() {
    return server.kubeconfig();
  }
}
