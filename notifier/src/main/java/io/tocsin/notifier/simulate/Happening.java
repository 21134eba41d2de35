package io.tocsin.notifier.simulate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.config.Yaml;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something at a time. */
public sealed interface Happening {
  Instant at();

  /** An object was seen in a state. */
  record Present(Instant at, KubeObject object) implements Happening {}

  /** An object was no longer there. */
  record Gone(Instant at, ObjectKey key) implements Happening {}

  /** Nothing, but time went by. */
  record Nothing(Instant at) implements Happening {}

  /** One line of JSON, as {@link Happenings} reads it. */
  default String json() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", at().toString());
    switch (this) {
      case Present present -> line.put("object", present.object().content());
      case Gone gone -> line.put("gone", gone.key().toString());
      case Nothing _ -> {
        // the time is all there is
      }
    }
    return Yaml.compact(line);
  }
}
