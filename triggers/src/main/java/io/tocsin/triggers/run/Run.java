package io.tocsin.triggers.run;

import java.util.Map;
import org.apache.commons.jexl3.JexlContext;

/** One evaluation: what the emitted script calls its names. For one thread. */
public final class Run implements JexlContext {
  private final Program program;
  private final Map<String, Object> environment;
  private final Budget budget = new Budget();
  private final Trace trace;
  private final Object[] variables;
  private final Loop[] loops;

  Run(Program program, Map<String, Object> environment, Trace trace) {
    this.trace = trace;
    this.program = program;
    this.environment = environment;
    this.variables = program.variables() == 0 ? null : new Object[program.variables()];
    this.loops = program.loops().isEmpty() ? null : new Loop[program.loops().size()];
  }

  public Map<String, Object> environment() {
    return environment;
  }

  Trace trace() {
    return trace;
  }

  public Budget budget() {
    return budget;
  }

  public Object variable(int index) {
    return variables[index];
  }

  void variable(int index, Object value) {
    variables[index] = value;
  }

  public Loop loop(int index) {
    return loops[index];
  }

  /** Starts a loop anew; what it returns is what the emitted script iterates. */
  public Loop start(int index, Object collection) {
    LoopKind kind = program.loops().get(index);
    try {
      Loop loop = kind.start(this, collection);
      loops[index] = loop;
      return loop;
    } catch (Failure failure) {
      throw failure.at(kind.span());
    }
  }

  /** What a name of the emitted script stands for. */
  Slot slot(String name) {
    return program.slot(number(name));
  }

  /** What a function of the emitted script stands for. */
  Site site(String name) {
    return program.site(number(name));
  }

  @Override
  public Object get(String name) {
    return slot(name).get(this);
  }

  @Override
  public void set(String name, Object value) {
    slot(name).set(this, value);
  }

  @Override
  public boolean has(String name) {
    return true;
  }

  /** The number after the first letter of a name. */
  private static int number(String name) {
    int number = 0;
    for (int i = 1; i < name.length(); i++) {
      number = number * 10 + name.charAt(i) - '0';
    }
    return number;
  }
}
