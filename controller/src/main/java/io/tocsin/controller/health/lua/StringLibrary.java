package io.tocsin.controller.health.lua;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.StringLib;

/** Lua's functions over strings, all but {@code dump}, each paying for what it does. */
final class StringLibrary {
  /** Those whose result is no longer than what they are given. */
  private static final Set<String> HARMLESS =
      Set.of("byte", "char", "len", "lower", "reverse", "sub", "upper");

  private StringLibrary() {}

  static LuaTable create() {
    LuaTable scratch = Sandbox.environment(new LuaTable());
    new StringLib().call(LuaValue.NIL, scratch);
    LuaValue original = scratch.get("string");
    LuaTable library = new LuaTable();
    for (String name : HARMLESS) {
      LuaValue function = original.get(name);
      put(library, name, arguments -> paid(function, arguments));
    }
    put(library, "rep", StringLibrary::repeat);
    put(library, "format", StringFormat::apply);
    put(library, "find", arguments -> search(arguments, true));
    put(library, "match", arguments -> search(arguments, false));
    put(library, "gmatch", StringLibrary::each);
    put(library, "gsub", Substitution::apply);
    return library;
  }

  private static void put(LuaTable library, String name, UnaryOperator<Varargs> body) {
    library.set(name, new Native(body));
  }

  private static Varargs paid(LuaValue function, Varargs arguments) {
    LuaValue first = arguments.arg1();
    Budget.current().text(first.isstring() ? first.strvalue().m_length : 0);
    Budget.current().list(arguments.narg());
    return function.invoke(arguments);
  }

  private static Varargs repeat(Varargs arguments) {
    LuaString text = arguments.checkstring(1);
    long count = Math.max(arguments.checklong(2), 0);
    LuaString separator =
        arguments.arg(3).isnil() ? LuaValue.EMPTYSTRING : arguments.checkstring(3);
    long length = (long) text.m_length + separator.m_length;
    Budget.current().text(Math.multiplyHigh(length, count) == 0 ? length * count : Long.MAX_VALUE);
    if (length == 0 || count == 0) {
      return LuaValue.EMPTYSTRING;
    }
    String unit = StringFormat.latin(text);
    String joint = unit + StringFormat.latin(separator);
    return LuaValue.valueOf(
        (joint.repeat((int) count - 1) + unit).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Varargs search(Varargs arguments, boolean places) {
    LuaString text = arguments.checkstring(1);
    LuaString pattern = arguments.checkstring(2);
    int from = start(arguments.optint(3, 1), text.m_length);
    if (from > text.m_length) {
      return LuaValue.NIL;
    }
    if (places && arguments.arg(4).toboolean()) {
      Budget.current().step(1L + text.m_length);
      int found = StringFormat.latin(text).indexOf(StringFormat.latin(pattern), from);
      return found < 0 ? LuaValue.NIL : place(found, found + pattern.m_length, LuaValue.NONE);
    }
    PatternMatch match = new PatternMatch(text, pattern, Budget.current());
    Budget.current().step(1L + text.m_length / 8);
    for (int at = from; at <= text.m_length; at++) {
      int end = match.endOfMatchAt(at);
      if (end >= 0) {
        return places ? place(at, end, match.captures()) : match.values(at, end);
      }
      if (match.isAnchored()) {
        break;
      }
    }
    return LuaValue.NIL;
  }

  private static int start(int position, int length) {
    return position > 0 ? position - 1 : position == 0 ? 0 : Math.max(length + position, 0);
  }

  private static Varargs place(int start, int end, Varargs captures) {
    return LuaValue.varargsOf(LuaValue.valueOf(start + 1), LuaValue.valueOf(end), captures);
  }

  private static Varargs each(Varargs arguments) {
    LuaString text = arguments.checkstring(1);
    LuaString pattern = arguments.checkstring(2);
    Budget.current().text(text.m_length);
    PatternMatch match = new PatternMatch(text, pattern, Budget.current());
    int[] next = {0};
    return new Native(
        _ -> {
          for (int at = next[0]; at <= match.length(); at++) {
            int end = match.endOfMatchAt(at);
            if (end >= 0) {
              next[0] = end == at ? end + 1 : end;
              return match.values(at, end);
            }
          }
          next[0] = match.length() + 1;
          return LuaValue.NIL;
        });
  }
}
