package io.tocsin.triggers.emit;

import io.tocsin.triggers.run.LoopKind;
import io.tocsin.triggers.run.Program;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Slot;
import io.tocsin.triggers.syntax.Span;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The script that is being emitted. For one use by one thread. */
final class Script {
  /** Beyond that an operand gets a variable of its own, as JEXL's parser is recursive. */
  private static final int MAX_DEPTH = 20;

  private static final int MAX_BLOCKS = 150;
  private static final int MAX_LENGTH = 1 << 20;
  private static final char MARK = '\u0001';

  private final List<Slot> slots = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<LoopKind> loops = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private StringBuilder statements = new StringBuilder();
  private int variables;
  private int blocks;

  /** Statements and the expression that comes after them. */
  record Block(String statements, Code value) {
    boolean isExpression() {
      return statements.isEmpty();
    }
  }

  /** A name for that slot. */
  String name(Slot slot) {
    slots.add(slot);
    return "v" + (slots.size() - 1);
  }

  /** A variable that is not used yet. */
  Slot.Variable variable() {
    return new Slot.Variable(variables++);
  }

  int loop(LoopKind kind) {
    loops.add(kind);
    return loops.size() - 1;
  }

  void statement(String text) {
    statements.append(text);
    if (statements.length() > MAX_LENGTH) {
      throw new SyntaxException("the expression is too large", 0);
    }
  }

  /** Emits statements into a block of their own. */
  Block block(Span span, Supplier<Code> emission) {
    if (++blocks > MAX_BLOCKS) {
      throw new SyntaxException("the expression's branches are nested too deeply", span);
    }
    StringBuilder outer = statements;
    statements = new StringBuilder();
    try {
      Code value = emission.get();
      return new Block(statements.toString(), value);
    } finally {
      statements = outer;
      blocks--;
    }
  }

  /** A call, with as many arguments as there are. */
  Code call(Span span, Site.Body body, List<Code> arguments) {
    sites.add(new Site(span, body));
    StringBuilder text = new StringBuilder("x:f").append(sites.size() - 1).append('(');
    int depth = 0;
    for (int i = 0; i < arguments.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(arguments.get(i).text());
      depth = Math.max(depth, arguments.get(i).depth());
    }
    return shallow(Code.atom(text.append(')').toString(), depth + 1));
  }

  /** An operator between two operands, beginning on a line by which its place is found. */
  Code binary(Span span, String operator, Code left, Code right) {
    int depth = Math.max(left.depth(), right.depth()) + 1;
    return Code.atom(
        "(" + mark(span) + left.operand() + " " + operator + " " + right.operand() + ")", depth);
  }

  /** The same for an operator that makes a boolean. */
  Code comparison(Span span, String operator, Code left, Code right) {
    int depth = Math.max(left.depth(), right.depth()) + 1;
    return shallow(
        new Code(
            mark(span) + left.operand() + " " + operator + " " + right.operand(),
            depth,
            true,
            Code.Shape.COMPARISON));
  }

  /** Notes a place; what comes next begins on a new line. */
  String mark(Span span) {
    spans.add(span);
    return MARK + Integer.toString(spans.size() - 1) + MARK;
  }

  /** The same value, put into a variable when its expression is nested deeply. */
  Code shallow(Code code) {
    if (code.text().length() > MAX_LENGTH) {
      throw new SyntaxException("the expression is too large", 0);
    }
    return code.depth() <= MAX_DEPTH ? code : stored(code);
  }

  /** The same value, put into a variable. */
  Code stored(Code code) {
    String name = name(variable());
    statement(name + " = " + code.text() + "; ");
    return new Code(name, 0, code.truth(), Code.Shape.ATOM);
  }

  Program program(Code result) {
    StringBuilder source = new StringBuilder();
    List<Span> operators = new ArrayList<>();
    String marked = statements + result.text();
    int from = 0;
    for (int mark = marked.indexOf(MARK); mark >= 0; mark = marked.indexOf(MARK, from)) {
      int end = marked.indexOf(MARK, mark + 1);
      source.append(marked, from, mark).append('\n');
      operators.add(spans.get(Integer.parseInt(marked, mark + 1, end, 10)));
      from = end + 1;
    }
    source.append(marked, from, marked.length());
    return new Program(source.toString(), slots, sites, loops, operators, variables);
  }
}
