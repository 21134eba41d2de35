package io.tocsin.embedded.contract;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what an informer tells: {@code +name}, {@code ~name}, {@code -name}. */
final class Recorder<T extends HasMetadata> implements ResourceEventHandler<T> {
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @Override
  public void onAdd(T object) {
    seen.add("+" + object.getMetadata().getName());
  }

  @Override
  public void onUpdate(T before, T after) {
    seen.add("~" + after.getMetadata().getName());
  }

  @Override
  public void onDelete(T object, boolean stateUnknown) {
    seen.add("-" + object.getMetadata().getName());
  }

  boolean has(String entry) {
    return seen.contains(entry);
  }

  long count(String entry) {
    return seen.stream().filter(entry::equals).count();
  }
}
