package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code resource}: a boolean for each kind, or what forks have in its place. */
final class ResourceReader {
  private static final List<String> KEYS =
      List.of("enabled", "watch", "events", "includeEvenTypes", "includeEventTypes", "ignorePath");

  private final Fields resources;
  private final Notes notes;
  private final List<Watched> watched = new ArrayList<>();

  private ResourceReader(Fields resources) {
    this.resources = resources;
    this.notes = resources.notes();
  }

  /** What is watched, in kubewatch's order. */
  static List<Watched> read(Fields resources) {
    ResourceReader reader = new ResourceReader(resources);
    reader.resources.names().stream()
        .filter(name -> Kind.of(name).isEmpty())
        .forEach(reader::unknown);
    Kind.ALL.forEach(reader::kind);
    return reader.watched;
  }

  /** Whether a fork that has mappings in the place of booleans reads this. */
  static boolean ofFork(Fields resources) {
    return resources.names().stream().anyMatch(name -> resources.value(name) instanceof Map);
  }

  private void unknown(String name) {
    notes.wrong(
        resources.path(name),
        "is no resource that kubewatch knows%s".formatted(Nearest.hint(name, Kind.keys())));
  }

  private void kind(Kind kind) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    for (String name : resources.names()) {
      if (Kind.of(name).filter(kind::equals).isPresent()) {
        Set<Change> told = changes(name);
        if (!told.isEmpty() && !name.equalsIgnoreCase(kind.key())) {
          notes.note(
              resources.path(name),
              "was ignored by kubewatch, which reads %s; it is taken as meant"
                  .formatted(kind.key()));
        }
        changes.addAll(told);
      }
    }
    if (!changes.isEmpty()) {
      watched.add(Watched.of(kind, changes));
    }
  }

  private Set<Change> changes(String name) {
    if (!(resources.value(name) instanceof Map)) {
      return resources.flag(name, false) ? Change.ALL : Set.of();
    }
    Fields fields = resources.fields(name);
    fields.expect(KEYS);
    if (!fields.flag("enabled", fields.flag("watch", false))) {
      return Set.of();
    }
    if (!fields.texts("ignorePath").isEmpty()) {
      notes.note(
          fields.path("ignorePath"),
          "is not taken over; a condition such as event != 'updated' or changed('spec') tells"
              + " less");
    }
    return fields.value("events") instanceof Map ? switches(fields.fields("events")) : list(fields);
  }

  /** {@code events: {create: true, update: false}}. */
  private static Set<Change> switches(Fields events) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    for (String word : events.names()) {
      if (events.flag(word, false)) {
        change(events.path(word), word, events.notes()).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** {@code includeEvenTypes: [add, update]}, or {@code events} in the same form; empty for all. */
  private static Set<Change> list(Fields fields) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    boolean some = false;
    for (String key : List.of("events", "includeEvenTypes", "includeEventTypes")) {
      for (String word : fields.texts(key)) {
        some = true;
        change(fields.path(key), word, fields.notes()).ifPresent(changes::add);
      }
    }
    return some ? changes : Change.ALL;
  }

  private static Optional<Change> change(String path, String word, Notes notes) {
    Optional<Change> change = Change.of(word);
    if (change.isEmpty()) {
      notes.wrong(
          path,
          "%s is nothing that happens to objects%s"
              .formatted(word, Nearest.hint(word, Change.words())));
    }
    return change;
  }
}
