package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.Optional;

/**
 * The value of {@code argocd.argoproj.io/tracking-id}.
 *
 * @param instance the Application: its name, or {@code namespace_name} outside the control plane
 * @param key the object that the annotation was made for; an object of the cluster has the
 *     destination's namespace there
 */
public record TrackingId(String instance, ResourceKey key) {
  /** Reads {@code instance:group/Kind:namespace/name}; empty for anything else. */
  public static Optional<TrackingId> parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    String[] kind = parts[1].split("/", -1);
    String[] name = parts[2].split("/", -1);
    return kind.length == 2 && name.length == 2
        ? Optional.of(new TrackingId(parts[0], new ResourceKey(kind[0], kind[1], name[0], name[1])))
        : Optional.empty();
  }

  /** Whether the object is the one that was meant, not one that the annotation was copied to. */
  public boolean isAbout(KubeObject object) {
    return object.group().equals(key.group())
        && object.kind().equals(key.kind())
        && object.name().equals(key.name())
        && (object.namespace().isEmpty() || object.namespace().equals(key.namespace()));
  }

  @Override
  public String toString() {
    return "%s:%s/%s:%s/%s"
        .formatted(instance, key.group(), key.kind(), key.namespace(), key.name());
  }
}
