package io.tocsin.notifier.demo;

import io.tocsin.services.spi.ServiceState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What services remember as long as a demo runs. Thread-safe. */
public final class Remembered implements ServiceState {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void put(String key, String value) {
    values.put(key, value);
  }
}
