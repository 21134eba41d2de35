package io.tocsin.triggers.run;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * JEXL's interpreter with shorter ways for emitted scripts, whose names and calls are known: a node
 * remembers the slot or site that it stands for. For one evaluation by one thread.
 */
final class ExprInterpreter extends Interpreter {
  private final Run run;

  private ExprInterpreter(Engine engine, JexlOptions options, Run run, Frame frame) {
    super(engine, options, run, frame);
    this.run = run;
  }

  /** An engine that makes such interpreters. Immutable and thread-safe. */
  static final class ExprEngine extends Engine {
    ExprEngine(JexlBuilder builder) {
      super(builder);
    }

    @Override
    protected Interpreter createInterpreter(JexlContext context, Frame frame, JexlOptions options) {
      return new ExprInterpreter(this, options, (Run) context, frame);
    }
  }

  /** Without what JEXL does for scripts that call scripts. */
  @Override
  public Object interpret(JexlNode node) {
    return node.jjtAccept(this, null);
  }

  /** Evaluations are bounded by their {@link Budget}, which heeds interruptions too. */
  @Override
  protected void cancelCheck(JexlNode node) {}

  @Override
  protected Object visit(ASTIdentifier node, Object data) {
    if (node.jjtGetValue() instanceof Slot slot) {
      return slot.get(run);
    }
    Slot slot = run.slot(node.getName());
    node.jjtSetValue(slot);
    return slot.get(run);
  }

  @Override
  protected Object visit(ASTAddNode node, Object data) {
    return run.budget().made(super.visit(node, data));
  }

  @Override
  protected Object visit(ASTFunctionNode node, Object data) {
    Object[] arguments = visit((ASTArguments) node.jjtGetChild(1), null);
    if (node.jjtGetValue() instanceof Site site) {
      return site.call(run, arguments);
    }
    Site site = run.site(((ASTIdentifier) node.jjtGetChild(0)).getName());
    node.jjtSetValue(site);
    return site.call(run, arguments);
  }
}
