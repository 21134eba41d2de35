package io.tocsin.templates.exec;

import io.tocsin.templates.Limits;
import io.tocsin.templates.golang.GoException;
import java.util.HashMap;
import java.util.Map;

/** The output of a rendering and how far it has gone. For one thread. */
final class Rendering {
  private static final int STEPS_PER_LOOK = 64;

  /** What is being written; a text of its own while something is captured. */
  StringBuilder out;

  /** What can be called by name. */
  Library library;

  /** The texts that were compiled on the way. */
  final Map<String, CompiledText> texts = new HashMap<>();

  private final Limits limits;
  private final int characters;
  private final long deadline;
  private int depth;
  private long steps;

  Rendering(Limits limits, int expectedCharacters, Library library) {
    this.limits = limits;
    this.characters = limits.characters();
    this.library = library;
    this.out = new StringBuilder(Math.min(expectedCharacters, characters));
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  int characters() {
    return characters;
  }

  void append(String text, Site site) {
    out.append(text);
    checkSize(site);
  }

  void checkSize(Site site) {
    if (out.length() > characters) {
      throw site.fail("the output has more than " + characters + " characters");
    }
  }

  /** Counts a turn of a loop or a call. */
  void step(Site site) {
    if (++steps > limits.steps()) {
      throw site.fail("took more than " + limits.steps() + " steps");
    }
    if (steps % STEPS_PER_LOOK == 0 && System.nanoTime() - deadline > 0) {
      throw site.fail("took longer than " + limits.time().toMillis() + " ms");
    }
  }

  void enter(Site site) {
    if (depth == limits.depth()) {
      throw site.fail("exceeded maximum template depth (" + depth + ")");
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  /** Renders a template into a text of its own. */
  String capture(CompiledTemplate template, Object dot, Site site) {
    StringBuilder outer = out;
    out = new StringBuilder();
    enter(site);
    template.body().run(new Frame(this, template.variables(), dot));
    leave();
    String text = out.toString();
    out = outer;
    return text;
  }

  /** Passes on what a function made, unless it is too long. */
  Object checked(Object value) {
    if (value instanceof String string && string.length() > characters) {
      throw new GoException("the result has more than " + characters + " characters");
    }
    return value;
  }
}
