package io.tocsin.notifier.cli;

import io.tocsin.services.spi.ServiceState;
import java.util.Optional;

/** What the services of one namespace remember, apart from that of others. */
record ScopedState(String namespace, ServiceState state) implements ServiceState {
  @Override
  public Optional<String> get(String key) {
    return state.get(namespace + "/" + key);
  }

  @Override
  public void put(String key, String value) {
    state.put(namespace + "/" + key, value);
  }
}
