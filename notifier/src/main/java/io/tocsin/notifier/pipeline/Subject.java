package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import java.util.Optional;

/** A kind of object that people are told about. Thread-safe. */
public interface Subject {
  ResourceKind kind();

  /** The object whose annotations hold further subscriptions, as an application's project does. */
  Optional<KubeObject> parent(KubeObject object);

  /** What conditions and templates can name, besides what all subjects offer. */
  Map<String, Object> variables(KubeObject object, Optional<KubeObject> parent);

  /** Whether this version says what is so; one that does not is held until the next. */
  boolean settled(KubeObject object);

  /** Whether a held version must be evaluated although a newer one is there. */
  boolean overtaken(KubeObject held, KubeObject newer);
}
