package io.tocsin.templates.golang;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints values under one directive's verb. Rules: Go's fmt. For one thread. */
final class Printer {
  private static final int MAX_DEPTH = 500;

  private final StringBuilder out;
  private final int limit;
  private FormatSpec spec = new FormatSpec();
  private BasicFormat basic;
  private int depth;

  /**
   * @param limit the number of characters from which on printing fails
   */
  Printer(StringBuilder out, int limit) {
    this.out = out;
    this.limit = limit;
    this.basic = new BasicFormat(out, spec);
  }

  /** Begins a directive. */
  void use(FormatSpec directive) {
    spec = directive;
    basic = new BasicFormat(out, directive);
  }

  /** Prints an argument. */
  void print(Object value, int verb) {
    if (verb == 'T' && value != null) {
      basic.string(GoTypes.name(value));
    } else if (verb == 'p') {
      address(value);
    } else if (value == null) {
      nil(verb);
    } else if (verb == 'w' && !(value instanceof byte[])) {
      bad(value, verb);
    } else {
      value(value, verb);
    }
    checkSize();
  }

  private void checkSize() {
    if (out.length() > limit) {
      throw new GoException("printing made more than " + limit + " characters");
    }
  }

  private void nil(int verb) {
    if (verb == 'v' || verb == 'T') {
      basic.pad("<nil>");
    } else {
      out.append("%!").appendCodePoint(verb).append("(<nil>)");
    }
  }

  private void value(Object value, int verb) {
    switch (value) {
      case String string -> string(string, verb);
      case Boolean truth -> bool(truth, verb);
      case Double number -> floating(number, verb);
      case GoInteger integer -> integer(integer, integer.longValue(), !integer.isUnsigned(), verb);
      case Long number -> integer(number, number, true, verb);
      case GoInt number -> integer(number, number.longValue(), true, verb);
      case Integer number -> integer(number, number, true, verb);
      case byte[] bytes -> bytes(bytes, verb);
      case Map<?, ?> map -> map(map, verb);
      case List<?> list -> list(list, verb);
      case GoComplex number -> complex(number, verb);
      case GoObject object -> object(object, verb);
      case GoFunction function -> address(function, verb);
      default -> string(value.toString(), verb);
    }
  }

  private void bad(Object value, int verb) {
    out.append("%!").appendCodePoint(verb).append('(').append(GoTypes.name(value)).append('=');
    value(GoTypes.bare(value), 'v');
    out.append(')');
  }

  private void bool(Boolean truth, int verb) {
    switch (verb) {
      case 't', 'v' -> basic.pad(truth.toString());
      default -> bad(truth, verb);
    }
  }

  private void string(String string, int verb) {
    switch (verb) {
      case 'v' -> {
        if (spec.sharpV) {
          basic.quoted(string);
        } else {
          basic.string(string);
        }
      }
      case 's' -> basic.string(string);
      case 'x', 'X' -> basic.hexadecimal(GoStrings.bytes(string), verb == 'X');
      case 'q' -> basic.quoted(string);
      default -> bad(string, verb);
    }
  }

  private void integer(Object value, long bits, boolean signed, int verb) {
    switch (verb) {
      case 'v' -> {
        if (spec.sharpV && !signed) {
          hexadecimal(bits, true);
        } else {
          basic.integer(bits, signed, 10, 'v');
        }
      }
      case 'd' -> basic.integer(bits, signed, 10, 'd');
      case 'b' -> basic.integer(bits, signed, 2, 'b');
      case 'o', 'O' -> basic.integer(bits, signed, 8, (char) verb);
      case 'x', 'X' -> basic.integer(bits, signed, 16, (char) verb);
      case 'c' -> basic.character(bits);
      case 'q' -> basic.quotedCharacter(bits);
      case 'U' -> basic.unicode(bits);
      default -> bad(value, verb);
    }
  }

  private void hexadecimal(long bits, boolean prefixed) {
    boolean sharp = spec.sharp;
    spec.sharp = prefixed;
    basic.integer(bits, false, 16, 'v');
    spec.sharp = sharp;
  }

  private void floating(Double number, int verb) {
    switch (verb) {
      case 'v' -> basic.floating(number, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> basic.floating(number, (char) verb, -1);
      case 'f', 'e', 'E' -> basic.floating(number, (char) verb, 6);
      case 'F' -> basic.floating(number, 'f', 6);
      default -> bad(number, verb);
    }
  }

  private void complex(GoComplex number, int verb) {
    if ("vbgGxXfFeE".indexOf(verb) < 0) {
      bad(number, verb);
      return;
    }
    boolean plus = spec.plus;
    out.append('(');
    floating(number.real(), verb);
    spec.plus = true;
    floating(number.imaginary(), verb);
    out.append("i)");
    spec.plus = plus;
  }

  private void bytes(byte[] bytes, int verb) {
    switch (verb) {
      case 's' -> basic.string(GoStrings.of(bytes));
      case 'q' -> basic.quoted(GoStrings.of(bytes));
      case 'x', 'X' -> basic.hexadecimal(bytes, verb == 'X');
      default -> {
        boolean isOuter = depth == 0 && (verb == 'v' || verb == 'd');
        out.append(spec.sharpV ? isOuter ? "[]byte{" : "[]uint8{" : "[");
        for (int i = 0; i < bytes.length; i++) {
          separate(i);
          value(GoInteger.of(GoType.UINT8, bytes[i] & 0xFF), verb);
        }
        out.append(spec.sharpV ? '}' : ']');
      }
    }
  }

  private void list(List<?> list, int verb) {
    out.append(spec.sharpV ? GoTypes.name(list) + "{" : "[");
    enter();
    for (int i = 0; i < list.size(); i++) {
      separate(i);
      element(list.get(i), verb, list);
    }
    depth--;
    out.append(spec.sharpV ? '}' : ']');
  }

  private void map(Map<?, ?> map, int verb) {
    out.append(spec.sharpV ? GoTypes.name(map) + "{" : "map[");
    enter();
    Iterator<? extends Map.Entry<?, ?>> entries = GoMaps.sorted(map).iterator();
    for (int i = 0; entries.hasNext(); i++) {
      Map.Entry<?, ?> entry = entries.next();
      separate(i);
      element(entry.getKey(), verb, map);
      out.append(':');
      element(entry.getValue(), verb, map);
    }
    depth--;
    out.append(spec.sharpV ? '}' : ']');
  }

  private void element(Object value, int verb, Object container) {
    if (value != null) {
      value(value, verb);
    } else if (spec.sharpV) {
      out.append(container instanceof GoTyped ? "<nil>" : "interface {}(nil)");
    } else {
      out.append("<nil>");
    }
    checkSize();
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(spec.sharpV ? ", " : " ");
    }
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new GoException("a value nested deeper than " + MAX_DEPTH + " cannot be printed");
    }
  }

  private void object(GoObject object, int verb) {
    Optional<String> text = text(object, verb);
    if (text.isPresent() && spec.sharpV) {
      basic.string(text.get());
    } else if (text.isPresent()) {
      string(text.get(), verb);
    } else {
      object.underlying().ifPresentOrElse(bare -> value(bare, verb), () -> struct(object, verb));
    }
  }

  private Optional<String> text(GoObject object, int verb) {
    if (spec.sharpV) {
      return object.method("GoString").map(Printer::call);
    }
    if ("vsxXq".indexOf(verb) < 0) {
      return Optional.empty();
    }
    return object.method("Error").or(() -> object.method("String")).map(Printer::call);
  }

  private static String call(GoFunction method) {
    return String.valueOf(method.body().call(new Object[0]));
  }

  private void struct(GoObject object, int verb) {
    out.append(spec.sharpV ? object.typeName() : "").append('{');
    enter();
    int index = 0;
    for (Map.Entry<String, Object> field : object.fields().entrySet()) {
      separate(index++);
      if (spec.plusV || spec.sharpV) {
        out.append(field.getKey()).append(':');
      }
      element(field.getValue(), verb, object);
    }
    depth--;
    out.append('}');
  }

  private void address(Object value) {
    if (value instanceof Map || value instanceof List || value instanceof GoFunction) {
      hexadecimal(System.identityHashCode(value), !spec.sharp);
    } else if (value == null) {
      nil('p');
    } else {
      bad(value, 'p');
    }
  }

  private void address(GoFunction function, int verb) {
    long bits = System.identityHashCode(function);
    switch (verb) {
      case 'v' -> {
        if (spec.sharpV) {
          out.append('(').append(GoTypes.name(function)).append(")(");
          hexadecimal(bits, true);
          out.append(')');
        } else {
          hexadecimal(bits, !spec.sharp);
        }
      }
      case 'b', 'o', 'd', 'x', 'X' -> integer(function, bits, false, verb);
      default -> bad(function, verb);
    }
  }
}
