package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.EmbeddedApi;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeletionOnEmbeddedApiTest extends DeletionContract {
  @RegisterExtension static final EmbeddedApi API = new EmbeddedApi();

  @Override
  String kubeconfig() {
    return API.kubeconfig();
  }

  /** It collects no garbage, and so has no mark. */
  @Override
  String inTheForeground() {
    return "";
  }
}
