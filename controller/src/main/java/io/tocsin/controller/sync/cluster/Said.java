package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import java.util.Locale;

/** What was done, in kubectl's words. */
final class Said {
  private Said() {}

  static String done(ResourceKind kind, KubeObject object, String what, ApplyOptions options) {
    String name = kind.kind().toLowerCase(Locale.ROOT);
    String type = kind.group().isEmpty() ? name : name + "." + kind.group();
    return type + "/" + object.name() + " " + what + (options.dryRun() ? " (dry run)" : "");
  }
}
