package io.tocsin.notifier.translate.kubewatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code customresources}: group, version and plural of each. */
final class CustomResources {
  private static final Pattern PLURAL = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");
  private static final Pattern GROUP = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
  private static final Pattern VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");

  private CustomResources() {}

  /**
   * Reads.
   *
   * @param taken names of resources that are watched already
   */
  static List<Watched> read(Fields fields, Set<String> taken) {
    Set<String> names = new HashSet<>(taken);
    List<Watched> watched = new ArrayList<>();
    for (Fields item : fields.list("customresources")) {
      item.expect(List.of("group", "version", "resource"));
      String plural =
          matching(item, "resource", PLURAL, "the plural of a kind, such as certificates");
      String group =
          item.has("group") ? matching(item, "group", GROUP, "an API group such as batch") : "";
      String version = matching(item, "version", VERSION, "a version such as v1");
      if (!plural.isEmpty() && !version.isEmpty() && item.has("group") != group.isEmpty()) {
        String name = names.add(plural) ? plural : plural + "-" + group.replace('.', '-');
        watched.add(Watched.custom(name, group, version, plural));
        busy(item, group, plural);
      }
    }
    return watched;
  }

  private static String matching(Fields item, String field, Pattern pattern, String wanted) {
    String text = item.text(field);
    if (pattern.matcher(text).matches()) {
      return text;
    }
    item.notes().wrong(item.path(field), "must be %s; it is not watched".formatted(wanted));
    return "";
  }

  private static void busy(Fields item, String group, String plural) {
    if (group.equals("coordination.k8s.io") && plural.equals("leases")) {
      item.notes()
          .note(item.path("resource"), "is rewritten every few seconds, and each time is told");
    }
  }
}
