package io.tocsin.triggers.check;

import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.List;
import java.util.function.Predicate;

/** The parameters of the builtins that take values of several kinds. */
final class Validators {
  private Validators() {}

  static Nature check(Node.Builtin builtin, List<Nature> arguments) {
    return switch (builtin.name()) {
      case "max", "min", "mean", "median" -> aggregate(builtin, arguments);
      case "now" -> now(builtin, arguments);
      case "date" -> date(builtin, arguments);
      case "take" -> take(builtin, arguments);
      case "concat" -> concat(builtin, arguments);
      default -> single(builtin, arguments);
    };
  }

  private static Nature single(Node.Builtin builtin, List<Nature> arguments) {
    if (arguments.size() != 1) {
      throw Signatures.count(builtin);
    }
    Nature argument = arguments.getFirst();
    return switch (builtin.name()) {
      case "len" ->
          expect(builtin, argument, a -> a.isList() || a.isMap() || a.is(Kind.STRING), Nature.INT);
      case "abs" -> expect(builtin, argument, Nature::isNumeric, any(argument));
      case "ceil", "floor", "round" -> expect(builtin, argument, Nature::isNumeric, Nature.FLOAT);
      case "int" -> expect(builtin, argument, a -> a.isNumeric() || a.is(Kind.STRING), Nature.INT);
      case "float" ->
          expect(builtin, argument, a -> a.isNumeric() || a.is(Kind.STRING), Nature.FLOAT);
      case "first", "last" -> expect(builtin, argument, Nature::isList, end(argument));
      case "keys", "values", "toPairs" -> expect(builtin, argument, Nature::isMap, Nature.LIST);
      case "fromPairs" -> expect(builtin, argument, Nature::isList, Nature.of(Kind.ANY_MAP));
      case "reverse", "uniq", "flatten" -> expect(builtin, argument, Nature::isList, Nature.LIST);
      default -> throw new IllegalStateException(builtin.name());
    };
  }

  /** What is unknown is of any type once a function returned it. */
  private static Nature any(Nature nature) {
    return nature.isUnknown() ? Nature.ANY : nature;
  }

  private static Nature expect(
      Node.Builtin builtin, Nature argument, Predicate<Nature> fits, Nature result) {
    if (argument.isUnknown() || fits.test(argument)) {
      return result;
    }
    throw new SyntaxException(
        "%s does not take a value of type %s".formatted(builtin.name(), argument), builtin.span());
  }

  private static Nature end(Nature list) {
    return list.isUnknown() || list.is(Kind.LIST) ? Nature.ANY : list.elements();
  }

  private static Nature aggregate(Node.Builtin builtin, List<Nature> arguments) {
    if (arguments.isEmpty()) {
      throw Signatures.count(builtin);
    }
    for (Nature argument : arguments) {
      if (argument.isUnknown() || argument.isList()) {
        return Nature.ANY;
      }
      expect(builtin, argument, Nature::isNumeric, argument);
    }
    return arguments.getFirst();
  }

  private static Nature now(Node.Builtin builtin, List<Nature> arguments) {
    if (arguments.isEmpty() || (arguments.size() == 1 && arguments.getFirst().is(Kind.LOCATION))) {
      return Nature.TIME;
    }
    throw Signatures.count(builtin);
  }

  private static Nature date(Node.Builtin builtin, List<Nature> arguments) {
    boolean located = !arguments.isEmpty() && arguments.getFirst().is(Kind.LOCATION);
    if (arguments.isEmpty() || arguments.size() > (located ? 4 : 3)) {
      throw Signatures.count(builtin);
    }
    return Nature.TIME;
  }

  private static Nature take(Node.Builtin builtin, List<Nature> arguments) {
    if (arguments.size() != 2) {
      throw Signatures.count(builtin);
    }
    Nature list = arguments.getFirst();
    expect(builtin, list, Nature::isList, list);
    expect(builtin, arguments.get(1), a -> a.isNumeric() && !isUnsigned(a), list);
    return list.is(Kind.LIST) ? Nature.LIST : any(list);
  }

  private static boolean isUnsigned(Nature nature) {
    return nature.isAny(Kind.UINT8, Kind.FLOAT);
  }

  private static Nature concat(Node.Builtin builtin, List<Nature> arguments) {
    if (arguments.isEmpty()) {
      throw Signatures.count(builtin);
    }
    arguments.forEach(argument -> expect(builtin, argument, Nature::isList, argument));
    return Nature.LIST;
  }
}
