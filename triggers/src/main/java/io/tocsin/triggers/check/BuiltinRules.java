package io.tocsin.triggers.check;

import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** What builtins take and return. */
final class BuiltinRules {
  private final Checker checker;
  private final Deque<Predicate> predicates = new ArrayDeque<>();

  /**
   * @param pointers the named ones that the predicate may use
   */
  private record Predicate(Nature collection, Set<String> pointers) {}

  BuiltinRules(Checker checker) {
    this.checker = checker;
  }

  Nature pointer(Node.Pointer pointer) {
    Predicate predicate = predicates.element();
    if (pointer.name().isEmpty()) {
      return predicate.collection().elements();
    }
    if (!predicate.pointers().contains(pointer.name())) {
      throw new SyntaxException("there is no #" + pointer.name() + " here", pointer.span());
    }
    return pointer.name().equals("index") ? Nature.INT : Nature.UNKNOWN;
  }

  Nature builtin(Node.Builtin builtin) {
    return switch (builtin.name()) {
      case "all", "none", "any", "one" -> condition(builtin, Nature.BOOL);
      case "count", "findIndex", "findLastIndex" -> condition(builtin, Nature.INT);
      case "find", "findLast" -> condition(builtin, collection(builtin).elements());
      case "filter" -> condition(builtin, filtered(collection(builtin)));
      case "map" -> Nature.listOf(predicate(builtin, Nature.UNKNOWN, Set.of("index")));
      case "sum" -> sum(builtin);
      case "groupBy" -> {
        predicate(builtin, Nature.UNKNOWN, Set.of());
        yield Nature.of(Kind.GROUPS);
      }
      case "sortBy" -> sortBy(builtin);
      case "reduce" -> {
        builtin.arguments().stream().skip(2).forEach(checker::visit);
        yield predicate(builtin, Nature.UNKNOWN, Set.of("index", "acc"));
      }
      case "get" -> get(builtin);
      default -> Signatures.check(builtin, natures(builtin));
    };
  }

  private static Nature filtered(Nature collection) {
    return collection.isUnknown() ? Nature.LIST : Nature.listOf(collection.elements());
  }

  private List<Nature> natures(Node.Builtin builtin) {
    return builtin.arguments().stream().map(checker::visit).toList();
  }

  private Nature collection(Node.Builtin builtin) {
    Node argument = builtin.arguments().getFirst();
    Nature collection = checker.visit(argument);
    if (!collection.isList() && !collection.isUnknown()) {
      throw new SyntaxException(
          "%s takes a list, not a value of type %s".formatted(builtin.name(), collection),
          argument.span());
    }
    return collection;
  }

  private Nature condition(Node.Builtin builtin, Nature result) {
    Nature value = predicate(builtin, Nature.BOOL, Set.of());
    if (!value.is(Kind.BOOL) && !value.isUnknown()) {
      throw new SyntaxException(
          "a predicate of %s is a boolean, not a value of type %s".formatted(builtin.name(), value),
          builtin.arguments().get(1).span());
    }
    return result;
  }

  /** The nature of the predicate's value. */
  private Nature predicate(Node.Builtin builtin, Nature absent, Set<String> pointers) {
    Nature collection = collection(builtin);
    if (builtin.arguments().size() < 2) {
      return absent;
    }
    predicates.push(new Predicate(collection, pointers));
    Nature value = checker.visit(builtin.arguments().get(1));
    predicates.pop();
    if (value.isNil()) {
      throw new SyntaxException(
          "the predicate of %s has no value".formatted(builtin.name()),
          builtin.arguments().get(1).span());
    }
    return value;
  }

  private Nature sum(Node.Builtin builtin) {
    Nature sum = predicate(builtin, collection(builtin).elements(), Set.of());
    return sum.isUnknown() && builtin.arguments().size() > 1 ? Nature.ANY : sum;
  }

  private Nature sortBy(Node.Builtin builtin) {
    predicate(builtin, Nature.UNKNOWN, Set.of());
    if (builtin.arguments().size() > 2) {
      Node argument = builtin.arguments().get(2);
      Nature order = checker.visit(argument);
      if (!order.is(Kind.STRING) && !order.isUnknown()) {
        throw new SyntaxException(
            "the order is a string, not a value of type " + order, argument.span());
      }
    }
    return collection(builtin);
  }

  private Nature get(Node.Builtin builtin) {
    if (builtin.arguments().size() != 2) {
      throw Signatures.count(builtin);
    }
    Nature target = checker.visit(builtin.arguments().get(0));
    Nature property = checker.visit(builtin.arguments().get(1));
    boolean right =
        (target.isList() && (property.isInteger() || property.isUnknown()))
            || (target.isMap() && (property.isKeyOf(target) || property.isUnknown()));
    if (target.isUnknown() || right) {
      return target.elements();
    }
    throw new SyntaxException(
        "get finds nothing in a value of type %s by one of type %s".formatted(target, property),
        builtin.span());
  }
}
