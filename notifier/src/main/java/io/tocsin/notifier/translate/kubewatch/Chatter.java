package io.tocsin.notifier.translate.kubewatch;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes kinds whose objects change all the time. */
final class Chatter {
  private Chatter() {}

  static void of(List<Watched> watched, Options options, Notes notes) {
    Set<String> names = watched.stream().map(Watched::name).collect(Collectors.toSet());
    if (names.contains(Kind.NODE)) {
      notes.note(
          "resource." + Kind.NODE,
          "tells each heartbeat that is written to a node, every few minutes; the condition"
              + " event != 'updated' or changed('spec') is quieter");
    }
    if (names.contains(Kind.EVENT) && names.contains(Kind.CORE_EVENT)) {
      notes.note(
          "resource." + Kind.CORE_EVENT, "tells what event tells already: one of them is enough");
    }
    for (String events : List.of(Kind.EVENT, Kind.CORE_EVENT)) {
      if (names.contains(events) && !options.advancedFilters()) {
        notes.note(
            "resource." + events,
            "tells each Event that is written, counted up or expires; --advanced-filters tells"
                + " new warnings alone");
      }
    }
  }
}
