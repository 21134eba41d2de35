package io.tocsin.triggers.check;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoLocation;
import io.tocsin.templates.golang.time.GoMonth;
import io.tocsin.templates.golang.time.GoTime;
import io.tocsin.templates.golang.time.GoWeekday;
import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Span;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.List;
import java.util.Optional;

/** What members, slices and method calls are of values whose type is known. */
final class MemberRules {
  private final Checker checker;

  MemberRules(Checker checker) {
    this.checker = checker;
  }

  Nature member(Node.Member member) {
    if (member.target() instanceof Node.Identifier variable && variable.name().equals("$env")) {
      return Nature.UNKNOWN;
    }
    Nature target = checker.visit(member.target());
    Nature property = checker.visit(member.property());
    if (target.isUnknown()) {
      return Nature.UNKNOWN;
    }
    if (method(member, target).isPresent()) {
      return Nature.FUNCTION;
    }
    if (target.isMap() && (property.isKeyOf(target) || property.isUnknown())) {
      return target.elements();
    }
    if (target.isList() && (property.isInteger() || property.isUnknown())) {
      return target.elements();
    }
    if (target.isAny(Kind.TIME, Kind.LOCATION) && property.isUnknown()) {
      return Nature.UNKNOWN;
    }
    throw new SyntaxException(
        member.property() instanceof Node.Text name
            ? "a value of type %s has no %s".formatted(target, name.value())
            : "a value of type %s has no member by %s".formatted(target, property),
        member.span());
  }

  Nature slice(Node.Slice slice) {
    Nature target = checker.visit(slice.target());
    if (target.isUnknown()) {
      return Nature.UNKNOWN;
    }
    if (!target.isList() && !target.is(Kind.STRING)) {
      throw new SyntaxException("cannot slice a value of type " + target, slice.span());
    }
    slice.from().ifPresent(this::index);
    slice.to().ifPresent(this::index);
    return target;
  }

  private void index(Node node) {
    Nature nature = checker.visit(node);
    if (!nature.isInteger() && !nature.isUnknown()) {
      throw new SyntaxException("an index is an int, not a value of type " + nature, node.span());
    }
  }

  /** Of functions that are not known until the data is, not even the arguments are checked. */
  Nature call(Node.Call call) {
    if (call.callee() instanceof Node.Identifier variable && variable.name().equals("$env")) {
      throw new SyntaxException("$env is no function", call.span());
    }
    Nature callee = checker.visit(call.callee());
    if (callee.isUnknown()) {
      return Nature.UNKNOWN;
    }
    Optional<GoFunction> method =
        call.callee() instanceof Node.Member member
            ? method(member, checker.visit(member.target()))
            : Optional.empty();
    if (method.isEmpty()) {
      throw new SyntaxException("a value of type %s is no function".formatted(callee), call.span());
    }
    return call(call.span(), method.get(), call.arguments());
  }

  private Nature call(Span span, GoFunction method, List<Node> arguments) {
    List<GoType> types = method.parameters();
    if (types.size() != arguments.size()) {
      throw new SyntaxException(
          "%s takes %d arguments, not %d".formatted(method.name(), types.size(), arguments.size()),
          span);
    }
    for (int i = 0; i < types.size(); i++) {
      Nature wanted = nature(types.get(i), "Location");
      Nature given = checker.visit(arguments.get(i));
      boolean fits =
          given.isUnknown()
              || given.isAssignableTo(wanted)
              || (given.isInteger() && wanted.isInteger());
      if (!fits) {
        throw new SyntaxException(
            "%s takes a %s, not a %s".formatted(method.name(), wanted, given),
            arguments.get(i).span());
      }
    }
    String name = method.name().substring(method.name().lastIndexOf('.') + 1);
    return nature(method.result(), name);
  }

  private static Optional<GoFunction> method(Node.Member member, Nature target) {
    if (!(member.property() instanceof Node.Text name)) {
      return Optional.empty();
    }
    return switch (target.kind()) {
      case TIME -> GoTime.ZERO.method(name.value());
      case DURATION -> GoDuration.ZERO.method(name.value());
      case MONTH -> new GoMonth(1).method(name.value());
      case WEEKDAY -> new GoWeekday(0).method(name.value());
      case LOCATION -> GoLocation.UTC.method(name.value());
      default -> Optional.empty();
    };
  }

  /** The nature of a type; {@code name} says which struct a method of that name returns. */
  private static Nature nature(GoType type, String name) {
    return switch (type) {
      case BOOL -> Nature.BOOL;
      case INT -> Nature.INT;
      case INT64 -> Nature.of(Kind.INT64);
      case FLOAT64 -> Nature.FLOAT;
      case STRING -> Nature.STRING;
      case BYTES -> Nature.BYTES;
      case TIME -> Nature.TIME;
      case DURATION -> Nature.DURATION;
      case OBJECT ->
          switch (name) {
            case "Month" -> Nature.of(Kind.MONTH);
            case "Weekday" -> Nature.of(Kind.WEEKDAY);
            default -> Nature.of(Kind.LOCATION);
          };
      default -> Nature.UNKNOWN;
    };
  }
}
