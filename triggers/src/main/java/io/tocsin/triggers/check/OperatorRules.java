package io.tocsin.triggers.check;

import static io.tocsin.triggers.check.Nature.Kind.BOOL;
import static io.tocsin.triggers.check.Nature.Kind.BYTES;
import static io.tocsin.triggers.check.Nature.Kind.DURATION;
import static io.tocsin.triggers.check.Nature.Kind.FLOAT;
import static io.tocsin.triggers.check.Nature.Kind.INT;
import static io.tocsin.triggers.check.Nature.Kind.INT64;
import static io.tocsin.triggers.check.Nature.Kind.STRING;
import static io.tocsin.triggers.check.Nature.Kind.TIME;
import static io.tocsin.triggers.check.Nature.Kind.UINT8;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;

/** Which operands the binary operators take, and what they make of them. */
final class OperatorRules {
  private static final Kind[] NUMBERS = {INT, INT64, UINT8, FLOAT};
  private static final Kind[] INTEGERS = {INT, INT64, UINT8};
  private static final Kind[] ORDERED = {INT, INT64, UINT8, FLOAT, STRING, TIME, DURATION};
  private static final Kind[] SPANS = {INT, INT64, UINT8, FLOAT, TIME, DURATION};
  private static final Kind[] SCALARS = {INT, INT64, UINT8, FLOAT, DURATION};

  private OperatorRules() {}

  static Nature binary(Node.Binary binary, Nature l, Nature r) {
    Nature result =
        switch (binary.operator()) {
          case "==", "!=" -> l.isComparableTo(r) ? Nature.BOOL : null;
          case "or", "||", "and", "&&" ->
              (l.is(BOOL) && r.is(BOOL)) || l.mayGoWith(r, BOOL) ? Nature.BOOL : null;
          case "<", ">", "<=", ">=" -> comparison(l, r);
          case "+" -> plus(l, r);
          case "-" -> minus(l, r);
          case "*" -> times(l, r);
          case "/", "**", "^" ->
              (l.isNumber() && r.isNumber()) || l.mayGoWith(r, NUMBERS) ? Nature.FLOAT : null;
          case "%" ->
              (l.isInteger() && r.isInteger()) || l.mayGoWith(r, INTEGERS) ? Nature.INT : null;
          case ".." ->
              (l.isInteger() && r.isInteger()) || l.mayGoWith(r, INTEGERS)
                  ? Nature.listOf(Nature.INT)
                  : null;
          case "in" -> membership(binary, l, r);
          case "matches" -> matches(binary, l, r);
          case "??" -> coalesced(l, r);
          default -> (l.is(STRING) && r.is(STRING)) || l.mayGoWith(r, STRING) ? Nature.BOOL : null;
        };
    if (result == null) {
      throw new SyntaxException(
          "invalid operation: %s (mismatched types %s and %s)".formatted(binary.operator(), l, r),
          binary.span());
    }
    return result;
  }

  private static Nature comparison(Nature l, Nature r) {
    boolean same = l.kind() == r.kind() && l.isAny(STRING, TIME, DURATION);
    boolean right = (l.isNumber() && r.isNumber()) || same || l.mayGoWith(r, ORDERED);
    return right ? Nature.BOOL : null;
  }

  private static Nature numbers(Nature l, Nature r) {
    return l.is(FLOAT) || r.is(FLOAT) ? Nature.FLOAT : Nature.INT;
  }

  private static Nature plus(Nature l, Nature r) {
    if (l.isNumber() && r.isNumber()) {
      return numbers(l, r);
    }
    if (l.is(STRING) && r.is(STRING)) {
      return Nature.STRING;
    }
    if ((l.is(TIME) && r.is(DURATION)) || (l.is(DURATION) && r.is(TIME))) {
      return Nature.TIME;
    }
    if (l.is(DURATION) && r.is(DURATION)) {
      return Nature.DURATION;
    }
    return l.mayGoWith(r, ORDERED) ? Nature.UNKNOWN : null;
  }

  private static Nature minus(Nature l, Nature r) {
    if (l.isNumber() && r.isNumber()) {
      return numbers(l, r);
    }
    if (l.isAny(TIME, DURATION) && l.kind() == r.kind()) {
      return Nature.DURATION;
    }
    if (l.is(TIME) && r.is(DURATION)) {
      return Nature.TIME;
    }
    return l.mayGoWith(r, SPANS) ? Nature.UNKNOWN : null;
  }

  private static Nature times(Nature l, Nature r) {
    if (l.isNumber() && r.isNumber()) {
      return numbers(l, r);
    }
    boolean left = l.isNumber() || l.is(DURATION);
    boolean right = r.isNumber() || r.is(DURATION);
    if (left && right) {
      return Nature.DURATION;
    }
    return l.mayGoWith(r, SCALARS) ? Nature.UNKNOWN : null;
  }

  private static Nature membership(Node.Binary binary, Nature l, Nature r) {
    if (r.is(TIME) && (l.is(STRING) || l.isUnknown())) {
      return Nature.BOOL;
    }
    if (r.isMap() && !l.isUnknown() && !l.isKeyOf(r)) {
      throw new SyntaxException("a %s is no key of a %s".formatted(l, r), binary.span());
    }
    if (r.isList() && !l.isComparableTo(r.elements())) {
      throw new SyntaxException(
          "a %s is in no list of %s".formatted(l, r.elements()), binary.span());
    }
    boolean right = r.isMap() || r.isList() || r.isUnknown() || (l.isUnknown() && r.is(STRING));
    return right ? Nature.BOOL : null;
  }

  private static Nature matches(Node.Binary binary, Nature l, Nature r) {
    if (binary.right() instanceof Node.Text pattern) {
      try {
        Pattern.compile(pattern.value());
      } catch (PatternSyntaxException e) {
        throw new SyntaxException(e.getMessage(), binary.span());
      }
    }
    boolean right = (l.isAny(STRING, BYTES) && r.is(STRING)) || l.mayGoWith(r, STRING);
    return right ? Nature.BOOL : null;
  }

  private static Nature coalesced(Nature l, Nature r) {
    if (l.isNil()) {
      return r;
    }
    return r.isNil() || r.isAssignableTo(l) ? l : Nature.UNKNOWN;
  }
}
