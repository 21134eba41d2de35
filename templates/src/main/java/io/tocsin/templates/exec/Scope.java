package io.tocsin.templates.exec;

import java.util.ArrayList;
import java.util.List;

/** The variables of a template while it is compiled, each with its slot in a frame. */
final class Scope {
  static final int UNDEFINED = -1;

  private record Entry(String name, int slot) {}

  private final List<Entry> entries = new ArrayList<>();
  private int slots;

  Scope() {
    declare("$");
  }

  int declare(String name) {
    entries.add(new Entry(name, slots));
    return slots++;
  }

  /** The slot of the variable declared last under that name, or {@link #UNDEFINED}. */
  int find(String name) {
    for (Entry entry : entries.reversed()) {
      if (entry.name().equals(name)) {
        return entry.slot();
      }
    }
    return UNDEFINED;
  }

  int mark() {
    return entries.size();
  }

  /** Forgets what was declared since the mark. */
  void release(int mark) {
    entries.subList(mark, entries.size()).clear();
  }

  /** How many slots a frame needs. */
  int size() {
    return slots;
  }
}
