package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.RealApi;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class EventsOnRealApiTest extends EventsContract {
  @RegisterExtension static final RealApi API = new RealApi();

  @Override
  String kubeconfig() {
    return API.kubeconfig();
  }
}
