package io.tocsin.notifier.pipeline;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.controller.compare.ReadableDiff;
import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.Change.Event;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.Trees;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.templates.golang.GoFunction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of an object and what made it, as conditions and templates can ask for it. Of one
 * thread.
 */
final class Occurrence {
  private final KubeObject object;
  private final Change change;
  private Optional<KubeObject> before;

  Occurrence(KubeObject object, Change change) {
    this.object = object;
    this.change = change;
  }

  /** The change; none where it is an update of nothing but what is recorded on the object. */
  static Change real(KubeObject object, Change change) {
    Occurrence occurrence = new Occurrence(object, change);
    boolean update = change.event() == Event.UPDATED;
    return update && occurrence.before().map(occurrence::isSame).orElse(false)
        ? Change.NONE
        : change;
  }

  private boolean isSame(KubeObject older) {
    return plain(older).equals(plain(object));
  }

  KubeObject object() {
    return object;
  }

  void addTo(Map<String, Object> variables) {
    String event = change.event() == Event.NONE ? "" : change.event().name();
    variables.put("obj", object.content());
    variables.put("event", event.toLowerCase(Locale.ROOT));
    variables.put("old", before().map(KubeObject::content).orElse(null));
    variables.put("changed", GoFunction.of("changed", BOOL, a -> changed((String) a[0]), STRING));
    variables.put("diff", GoFunction.of("diff", STRING, none -> diff()));
    variables.put(
        "xpath",
        GoFunction.of("xpath", ANY, a -> ObjectXPath.of(object).texts((String) a[0]), STRING));
  }

  private boolean changed(String path) {
    FieldPath field = FieldPath.of(path);
    return before()
        .map(old -> !Objects.equals(field.in(old.content()), field.in(object.content())))
        .orElse(false);
  }

  private String diff() {
    return before()
        .map(old -> ReadableDiff.of(new KubeObject(plain(old)), new KubeObject(plain(object))))
        .orElse("");
  }

  private Optional<KubeObject> before() {
    if (before == null) {
      before = change.before().map(PackedObject::object);
    }
    return before;
  }

  /** The object without what each write changes, and without what is recorded on it. */
  private static Map<String, Object> plain(KubeObject version) {
    Map<String, Object> metadata = new HashMap<>(Trees.map(version.content().get("metadata")));
    metadata.remove("resourceVersion");
    Map<String, Object> annotations = new LinkedHashMap<>(version.annotations());
    annotations.keySet().removeIf(NotifiedAnnotation::is);
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    } else {
      metadata.put("annotations", annotations);
    }
    Map<String, Object> content = new LinkedHashMap<>(version.content());
    content.put("metadata", metadata);
    return content;
  }
}
