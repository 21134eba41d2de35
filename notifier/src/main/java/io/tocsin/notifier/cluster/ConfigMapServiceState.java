package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.services.spi.ServiceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What services remember beyond a restart, such as the threads of a chat, in one ConfigMap of the
 * control plane. Written soon after a change, changes that come close together at once. Past {@link
 * #MOST} entries the oldest are forgotten. Thread-safe.
 */
public final class ConfigMapServiceState implements ServiceState, AutoCloseable {
  public static final String NAME = "tocsin-service-state";

  static final int MOST = 2_000;

  private static final Logger log = LoggerFactory.getLogger(ConfigMapServiceState.class);
  private static final String FIELD = "entries";
  private static final long PAUSE_MS = 200;

  private final KubernetesClient client;
  private final ObjectKey key;
  private final Map<String, String> entries = new LinkedHashMap<>();
  private final Object writer = new Object();
  private boolean loaded;
  private boolean writing;
  private boolean changed;

  /** Asks the API for nothing before the first use. */
  public ConfigMapServiceState(KubernetesClient client, String namespace) {
    this.client = client;
    this.key = new ObjectKey(namespace, NAME);
  }

  @Override
  public synchronized Optional<String> get(String name) {
    load();
    return Optional.ofNullable(entries.get(name));
  }

  @Override
  public synchronized void put(String name, String value) {
    load();
    entries.remove(name);
    entries.put(name, value);
    if (entries.size() > MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
    changed = true;
    if (!writing) {
      writing = true;
      Thread.ofVirtual().name("service state").start(this::writeAll);
    }
  }

  /** Writes what is not written yet. */
  @Override
  public void close() {
    write();
  }

  private void load() {
    if (loaded) {
      return;
    }
    try {
      ConfigMap found = client.configMaps().inNamespace(key.namespace()).withName(key.name()).get();
      if (found != null && found.getData() != null) {
        List<?> pairs =
            JsonMapper.shared().readValue(found.getData().getOrDefault(FIELD, "[]"), List.class);
        for (Object pair : pairs) {
          if (pair instanceof List<?> list && list.size() == 2) {
            entries.put(String.valueOf(list.get(0)), String.valueOf(list.get(1)));
          }
        }
      }
      loaded = true;
    } catch (KubernetesClientException | JacksonException e) {
      log.warn("ConfigMap {} could not be read: {}", key, e.getMessage());
    }
  }

  private void writeAll() {
    boolean more = true;
    while (more) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      write();
      synchronized (this) {
        more = changed && !Thread.currentThread().isInterrupted();
        writing = more;
      }
    }
  }

  /** One at a time, so that {@link #close} waits for what is being written. */
  private void write() {
    synchronized (writer) {
      writeChanged();
    }
  }

  private void writeChanged() {
    String text;
    synchronized (this) {
      if (!changed || !loaded) {
        return;
      }
      changed = false;
      text =
          JsonMapper.shared()
              .writeValueAsString(
                  entries.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
    }
    try {
      ConfigMap map =
          new ConfigMapBuilder()
              .withNewMetadata()
              .withName(key.name())
              .withNamespace(key.namespace())
              .endMetadata()
              .addToData(FIELD, text)
              .build();
      client.resource(map).unlock().createOr(existing -> existing.update());
    } catch (KubernetesClientException e) {
      log.warn("ConfigMap {} could not be written: {}", key, e.getMessage());
    }
  }
}
