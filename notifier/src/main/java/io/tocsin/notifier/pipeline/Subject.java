package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Map;
import java.util.Optional;

/** What is particular to a kind of object that people are told about. Thread-safe. */
public interface Subject {
  /** The object whose annotations hold further subscriptions, as an application's project does. */
  Optional<KubeObject> parent(KubeObject object);

  /** What conditions and templates can name, besides what all subjects offer. */
  Map<String, Object> variables(KubeObject object, Optional<KubeObject> parent);

  /** Whether it is made of what a repository holds, which can be asked about it. */
  boolean fromRepository(KubeObject object);

  /** Whether this version says what is so; one that does not is held until the next. */
  boolean settled(KubeObject object);

  /** Whether a held version must be evaluated although a newer one is there. */
  boolean overtaken(KubeObject held, KubeObject newer);
}
