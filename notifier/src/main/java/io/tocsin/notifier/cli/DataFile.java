package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import java.util.Map;

/** What {@code --data} names. */
final class DataFile {
  private DataFile() {}

  /** The file's YAML or JSON; an Application becomes the variable {@code app}. */
  static Object read(String file) {
    Object data = Yaml.parse(Manifests.text(file));
    boolean application = data instanceof Map<?, ?> map && "Application".equals(map.get("kind"));
    return application ? Map.of("app", data) : data;
  }
}
