package io.tocsin.controller.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what an informer tells. */
final class Heard implements ObjectHandler {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void present(KubeObject object) {
    lines.add("present " + object.name() + value(object));
  }

  @Override
  public void gone(KubeObject last) {
    lines.add("gone " + last.name() + value(last));
  }

  List<String> lines() {
    return lines;
  }

  private static String value(KubeObject object) {
    return object.text("data", "key").map(value -> "=" + value).orElse("");
  }
}
