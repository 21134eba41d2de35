package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.translate.Translation.Note;
import java.util.ArrayList;
import java.util.List;

/** Collects remarks. */
final class Notes {
  private final List<Note> notes = new ArrayList<>();

  /** Something works otherwise, or is left out as kubewatch left it out. */
  void note(String path, String sentence) {
    notes.add(new Note(false, path, sentence));
  }

  /** Something will not work. */
  void wrong(String path, String sentence) {
    notes.add(new Note(true, path, sentence));
  }

  /** Each once, however often it was found. */
  List<Note> all() {
    return notes.stream().distinct().toList();
  }
}
