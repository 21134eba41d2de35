package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a configuration says.
 *
 * @param handlers those that are used
 */
record Settings(List<Watched> watched, Namespaces namespaces, List<Delivery> handlers) {
  static final List<String> KEYS =
      List.of(
          "handler",
          "resource",
          "customresources",
          "namespace",
          "namespacesconfig",
          "message",
          "diff",
          "reason");

  static Settings read(Map<String, Object> configuration, Notes notes) {
    Fields fields = Fields.of("", configuration, notes);
    fields.expect(KEYS);
    if (fields.has("reason")) {
      notes.note("reason", "is left out, as kubewatch ignores it too");
    }
    if (!fields.fields("diff").texts("ignorePath").isEmpty()) {
      notes.note(
          "diff.ignorePath",
          "is not taken over; a condition such as event != 'updated' or changed('spec') tells"
              + " less");
    }
    Fields resources = fields.fields("resource");
    List<Watched> watched = new ArrayList<>(ResourceReader.read(resources));
    Set<String> names = watched.stream().map(Watched::name).collect(Collectors.toSet());
    watched.addAll(CustomResources.read(fields, names));
    if (watched.isEmpty()) {
      notes.wrong("resource", "has nothing that is true, so nothing is watched");
    }
    boolean fork = fields.has("namespacesconfig") || ResourceReader.ofFork(resources);
    return new Settings(
        watched,
        Namespaces.read(fields),
        handlers(fields.fields("handler"), fork, fields.fields("message").text("title")));
  }

  /** The first that is set up; in the fork, all that are. */
  private static List<Delivery> handlers(Fields fields, boolean fork, String title) {
    for (String name : fields.names()) {
      if (Handler.keys().stream().noneMatch(name::equalsIgnoreCase)) {
        fields
            .notes()
            .wrong(
                fields.path(name),
                "is no handler that is known here%s".formatted(Nearest.hint(name, Handler.keys())));
      }
    }
    Map<Handler, Fields> set = new LinkedHashMap<>();
    for (Handler handler : Handler.values()) {
      Fields said = fields.fields(handler.key());
      if (handler.isSet(said) && !(fork && !said.flag("enabled", true))) {
        set.put(handler, said);
      } else if (handler.hasPlaceholders(said)) {
        fields.notes().note(said.path(), "is left out: it has yet to be filled in");
      }
    }
    if (set.isEmpty()) {
      fields.notes().wrong("handler", "has no handler that is set up, so nobody is told");
    }
    return used(set, fork, title, fields.notes());
  }

  private static List<Delivery> used(
      Map<Handler, Fields> set, boolean all, String title, Notes notes) {
    List<Delivery> used = new ArrayList<>();
    Handler first = set.isEmpty() ? null : set.keySet().iterator().next();
    set.forEach(
        (handler, said) -> {
          if (all || handler == first) {
            used.add(handler.translate(said, title));
          } else {
            notes.note(
                said.path(),
                "is left out: kubewatch has one handler, which is %s".formatted(first.key()));
          }
        });
    return used;
  }
}
