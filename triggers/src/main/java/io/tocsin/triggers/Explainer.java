package io.tocsin.triggers;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.check.Checker;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.emit.Emitter;
import io.tocsin.triggers.emit.Tracing;
import io.tocsin.triggers.optimise.Optimiser;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Trace;
import io.tocsin.triggers.syntax.Children;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Parser;
import io.tocsin.triggers.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Evaluates an expression noting the value of each part. For one use by one thread. */
final class Explainer {
  private final String source;
  private final Node root;
  private final Tracing tracing;
  private final Trace trace;
  private Optional<Failure> failure = Optional.empty();

  private Explainer(String source, Node root, Tracing tracing) {
    this.source = source;
    this.root = root;
    this.tracing = tracing;
    this.trace = new Trace(tracing.size());
  }

  static Explanation explain(String source, Map<String, Object> variables) {
    Node node = Parser.parse(source);
    Natures natures = Checker.check(node);
    Node folded = Optimiser.fold(node, natures);
    Tracing.Traced traced = Emitter.trace(folded, natures);
    Explainer explainer = new Explainer(source, folded, traced.tracing());
    try {
      traced.program().evaluate(variables, explainer.trace);
    } catch (Failure e) {
      explainer.failure = Optional.of(e);
    }
    return explainer.explanation();
  }

  private Explanation explanation() {
    Explanation whole = part(root);
    if (failure.isEmpty() || whole.failed().isPresent()) {
      return whole;
    }
    return new Explanation(
        whole.text(), whole.from(), whole.to(), List.of(), 0, error(), whole.parts());
  }

  private Explanation part(Node node) {
    Span span = node.span();
    OptionalInt number = tracing.number(node);
    boolean failed = failure.flatMap(Failure::span).filter(span::equals).isPresent();
    List<Object> values =
        number.isPresent() && !failed ? trace.values(number.getAsInt()) : literal(node);
    int count = number.isPresent() ? trace.count(number.getAsInt()) : values.size();
    String text = span.from() == span.to() ? "#" : span.text(source);
    return new Explanation(
        text,
        span.from(),
        span.to(),
        failed ? List.of() : values,
        count,
        failed ? error() : Optional.empty(),
        parts(node));
  }

  private List<Explanation> parts(Node node) {
    List<Explanation> parts = new ArrayList<>();
    for (Node child : Children.of(node)) {
      switch (child) {
        case Node.Predicate predicate -> parts.add(part(predicate.body()));
        case Node.Pair pair -> parts.addAll(parts(pair));
        case Node.Binary inner when isSameJunction(node, inner) -> parts.addAll(parts(inner));
        default -> {
          if (tracing.number(child).isPresent()) {
            parts.add(part(child));
          } else {
            parts.addAll(parts(child));
          }
        }
      }
    }
    return node instanceof Node.Chain ? unchained(parts) : parts;
  }

  /** {@code a and b and c} has three parts. */
  private static boolean isSameJunction(Node node, Node.Binary inner) {
    return node instanceof Node.Binary outer
        && junction(outer).isPresent()
        && junction(outer).equals(junction(inner));
  }

  private static Optional<String> junction(Node.Binary binary) {
    return switch (binary.operator()) {
      case "and", "&&" -> Optional.of("and");
      case "or", "||" -> Optional.of("or");
      default -> Optional.empty();
    };
  }

  /** A chain and what is chained have the same text: the parts are those of the latter. */
  private static List<Explanation> unchained(List<Explanation> parts) {
    return parts.size() == 1 && parts.getFirst().error().isEmpty()
        ? parts.getFirst().parts()
        : parts;
  }

  private Optional<String> error() {
    return failure.map(
        problem ->
            problem
                .span()
                .map(span -> problem.getMessage() + " " + span.position(source))
                .orElseGet(problem::getMessage));
  }

  private static List<Object> literal(Node node) {
    return switch (node) {
      case Node.Bool truth -> List.of(truth.value());
      case Node.Text text -> List.of(text.value());
      case Node.Decimal number -> List.of(number.value());
      case Node.Int number -> List.of(GoInt.of(number.value()));
      default -> List.of();
    };
  }
}
