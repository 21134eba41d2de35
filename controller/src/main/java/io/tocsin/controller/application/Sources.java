package io.tocsin.controller.application;

import java.util.List;

/** Writes sources as {@code source} or {@code sources}; as one, it is there even when unknown. */
final class Sources {
  private Sources() {}

  static void write(Written written, List<Source> sources, boolean multiSource) {
    if (multiSource) {
      written.objects("sources", sources, Source::content);
    } else if (!sources.isEmpty()) {
      written.always("source", sources.getFirst().content());
    }
  }
}
