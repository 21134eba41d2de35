package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.EmbeddedApi;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsOnEmbeddedApiTest extends EventsContract {
  @RegisterExtension static final EmbeddedApi API = new EmbeddedApi();

  @Override
  String kubeconfig() {
    return API.kubeconfig();
  }
}
