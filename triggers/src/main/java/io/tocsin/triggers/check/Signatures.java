package io.tocsin.triggers.check;

import static io.tocsin.triggers.check.Nature.DURATION;
import static io.tocsin.triggers.check.Nature.INT;
import static io.tocsin.triggers.check.Nature.LIST;
import static io.tocsin.triggers.check.Nature.STRING;
import static io.tocsin.triggers.check.Nature.STRINGS;
import static io.tocsin.triggers.check.Nature.UNKNOWN;

import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of the builtins that declare them. */
final class Signatures {
  /** An unknown parameter takes anything. */
  private record Signature(Nature result, List<Nature> parameters) {
    boolean takes(List<Nature> arguments) {
      if (arguments.size() != parameters.size()) {
        return false;
      }
      for (int i = 0; i < arguments.size(); i++) {
        if (!fits(arguments.get(i), parameters.get(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean fits(Nature argument, Nature parameter) {
      return argument.isUnknown()
          || parameter.isUnknown()
          || (argument.isInteger() && parameter.isInteger())
          || (!argument.isNil() && argument.isAssignableTo(parameter));
    }
  }

  private static final Map<String, List<Signature>> ALL = all();

  private Signatures() {}

  static Nature check(Node.Builtin builtin, List<Nature> arguments) {
    List<Signature> signatures = ALL.get(builtin.name());
    if (signatures == null) {
      return Validators.check(builtin, arguments);
    }
    return signatures.stream()
        .filter(signature -> signature.takes(arguments))
        .map(Signature::result)
        .findFirst()
        .orElseThrow(() -> mismatch(builtin, signatures, arguments));
  }

  private static SyntaxException mismatch(
      Node.Builtin builtin, List<Signature> signatures, List<Nature> arguments) {
    boolean counted = signatures.stream().anyMatch(s -> s.parameters().size() == arguments.size());
    return counted
        ? new SyntaxException(
            "%s does not take arguments of the types %s".formatted(builtin.name(), arguments),
            builtin.span())
        : count(builtin);
  }

  static SyntaxException count(Node.Builtin builtin) {
    return new SyntaxException(
        "%s does not take %d arguments".formatted(builtin.name(), builtin.arguments().size()),
        builtin.span());
  }

  private static Signature of(Nature result, Nature... parameters) {
    return new Signature(result, List.of(parameters));
  }

  private static Map<String, List<Signature>> all() {
    Map<String, List<Signature>> all = new HashMap<>();
    all.put("type", List.of(of(STRING, UNKNOWN)));
    all.put("string", List.of(of(STRING, UNKNOWN)));
    all.put("toJSON", List.of(of(STRING, UNKNOWN)));
    all.put("fromJSON", List.of(of(Nature.ANY, STRING)));
    all.put("duration", List.of(of(DURATION, STRING)));
    all.put("timezone", List.of(of(Nature.of(Kind.LOCATION), STRING)));
    List<Signature> one = List.of(of(STRING, STRING));
    List<String> ones = List.of("upper", "lower", "toBase64", "fromBase64");
    ones.forEach(name -> all.put(name, one));
    List<Signature> oneOrTwo = List.of(of(STRING, STRING), of(STRING, STRING, STRING));
    List.of("trim", "trimPrefix", "trimSuffix").forEach(name -> all.put(name, oneOrTwo));
    List<Signature> split = List.of(of(STRINGS, STRING, STRING), of(STRINGS, STRING, STRING, INT));
    List.of("split", "splitAfter").forEach(name -> all.put(name, split));
    all.put(
        "replace",
        List.of(of(STRING, STRING, STRING, STRING, INT), of(STRING, STRING, STRING, STRING)));
    all.put("repeat", List.of(of(STRING, STRING, INT)));
    all.put(
        "join",
        List.of(
            of(STRING, STRINGS, STRING),
            of(STRING, LIST, STRING),
            of(STRING, LIST),
            of(STRING, STRINGS)));
    List<Signature> search = List.of(of(INT, STRING, STRING));
    List.of("indexOf", "lastIndexOf").forEach(name -> all.put(name, search));
    List<Signature> affix = List.of(of(Nature.BOOL, STRING, STRING));
    List.of("hasPrefix", "hasSuffix").forEach(name -> all.put(name, affix));
    all.put(
        "sort",
        List.of(
            of(LIST, LIST, STRING), of(LIST, STRINGS, STRING), of(LIST, LIST), of(LIST, STRINGS)));
    List<Signature> bits = List.of(of(INT, INT, INT));
    List.of("bitand", "bitor", "bitxor", "bitnand", "bitshl", "bitshr", "bitushr")
        .forEach(name -> all.put(name, bits));
    all.put("bitnot", List.of(of(INT, INT)));
    return Map.copyOf(all);
  }
}
