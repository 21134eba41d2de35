package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoException;
import io.tocsin.triggers.syntax.Span;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlScript;

/** An emitted script with what its names and calls stand for. Immutable and thread-safe. */
public final class Program {
  /** The line on which the first operator begins. */
  private static final int FIRST_OPERATOR = 2;

  private final JexlScript script;
  private final Slot[] slots;
  private final Site[] sites;
  private final List<LoopKind> loops;
  private final List<Span> operators;
  private final int variables;

  /**
   * @param source a script of JEXL
   * @param slots what a name stands for, by the number in it
   * @param sites what is called, by the number in the name
   * @param operators the place of the operator that begins on each line, from the second line on
   * @param variables how many variables the slots use
   */
  public Program(
      String source,
      List<Slot> slots,
      List<Site> sites,
      List<LoopKind> loops,
      List<Span> operators,
      int variables) {
    this.script = Engines.script(source);
    this.operators = List.copyOf(operators);
    this.slots = slots.toArray(Slot[]::new);
    this.sites = sites.toArray(Site[]::new);
    this.loops = List.copyOf(loops);
    this.variables = variables;
  }

  /** The script, for those who look into the works. */
  public String source() {
    return script.getSourceText();
  }

  /**
   * @throws Failure when the evaluation fails; what else a function throws is passed on
   */
  public Object evaluate(Map<String, Object> environment) {
    return evaluate(environment, null);
  }

  /**
   * @param trace gets the values of the nodes that note them; null for a script where none does
   * @throws Failure when the evaluation fails; what else a function throws is passed on
   */
  public Object evaluate(Map<String, Object> environment, Trace trace) {
    try {
      return script.execute(new Run(this, environment, trace));
    } catch (Failure e) {
      throw placed(e);
    } catch (JexlException e) {
      throw cause(e);
    } catch (StackOverflowError e) {
      throw new Failure("the evaluation is nested too deeply");
    }
  }

  private Failure placed(Failure failure) {
    return failure.line() == 0
        ? failure
        : failure.at(operators.get(failure.line() - FIRST_OPERATOR));
  }

  private RuntimeException cause(JexlException error) {
    return switch (error.getCause()) {
      case Failure cause -> placed(cause);
      case GoException cause -> new Failure(cause.getMessage());
      case RuntimeException cause -> cause;
      case StackOverflowError _ -> new Failure("the evaluation is nested too deeply");
      case null, default ->
          new Failure(
              error instanceof JexlException.Cancel
                  ? "the evaluation was interrupted"
                  : error.getMessage());
    };
  }

  Slot slot(int number) {
    return slots[number];
  }

  Site site(int number) {
    return sites[number];
  }

  List<LoopKind> loops() {
    return loops;
  }

  int variables() {
    return variables;
  }
}
