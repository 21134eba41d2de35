package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import java.util.Optional;

/** Applications, and objects of any other kind, which have nothing particular. */
public record Subjects(Subject applications) implements Subject {
  @Override
  public Optional<KubeObject> parent(KubeObject object) {
    return isApplication(object) ? applications.parent(object) : Optional.empty();
  }

  @Override
  public Map<String, Object> variables(KubeObject object, Optional<KubeObject> parent) {
    return isApplication(object) ? applications.variables(object, parent) : Map.of();
  }

  @Override
  public boolean fromRepository(KubeObject object) {
    return isApplication(object) && applications.fromRepository(object);
  }

  @Override
  public boolean settled(KubeObject object) {
    return !isApplication(object) || applications.settled(object);
  }

  @Override
  public boolean overtaken(KubeObject held, KubeObject newer) {
    return isApplication(held) && applications.overtaken(held, newer);
  }

  private static boolean isApplication(KubeObject object) {
    return object.kind().equals(ResourceKind.APPLICATION.kind())
        && object.group().equals(ResourceKind.APPLICATION.group());
  }
}
