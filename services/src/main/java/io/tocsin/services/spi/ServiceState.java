package io.tocsin.services.spi;

import java.util.Optional;

/**
 * What a service must remember beyond a restart, such as the threads of a chat. Keys and values
 * hold no secret. Thread-safe; bounded: an old entry may be forgotten.
 */
public interface ServiceState {
  Optional<String> get(String key);

  void put(String key, String value);

  /** Forgets everything at once. */
  ServiceState NONE =
      new ServiceState() {
        @Override
        public Optional<String> get(String key) {
          return Optional.empty();
        }

        @Override
        public void put(String key, String value) {}
      };
}
