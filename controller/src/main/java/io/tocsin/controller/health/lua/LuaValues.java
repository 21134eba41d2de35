package io.tocsin.controller.health.lua;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** Objects of Kubernetes as tables, and tables as JSON would have them. */
final class LuaValues {
  private static final int MAX_DEPTH = 100;

  private LuaValues() {}

  static LuaValue toLua(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        LuaTable table = new LuaTable(0, map.size());
        map.forEach((name, item) -> table.rawset(String.valueOf(name), toLua(item)));
        yield table;
      }
      case List<?> list -> {
        LuaTable table = new LuaTable(list.size(), 0);
        int index = 1;
        for (Object item : list) {
          table.rawset(index++, toLua(item));
        }
        yield table;
      }
      case String text -> LuaValue.valueOf(text);
      case Boolean truth -> LuaValue.valueOf(truth);
      case Long number when number == number.intValue() -> LuaValue.valueOf(number.intValue());
      case Number number -> LuaValue.valueOf(number.doubleValue());
      case null, default -> LuaValue.NIL;
    };
  }

  /**
   * A value as plain maps, lists, strings, booleans and numbers; an empty table is an empty list.
   *
   * @throws LuaException for a function, a mixture of list and map, a table within itself
   */
  static Object fromLua(LuaValue value) {
    return fromLua(value, 0);
  }

  private static Object fromLua(LuaValue value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new LuaException("the script returns a table that is nested too deep");
    }
    return switch (value.type()) {
      case LuaValue.TNIL -> null;
      case LuaValue.TBOOLEAN -> value.toboolean();
      case LuaValue.TNUMBER -> number(value.todouble());
      case LuaValue.TSTRING -> value.tojstring();
      case LuaValue.TTABLE -> table(value.checktable(), depth);
      default -> throw new LuaException("the script returns a " + value.typename());
    };
  }

  private static Number number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? (Number) (long) number
        : (Number) number;
  }

  private static Object table(LuaTable table, int depth) {
    int length = table.rawlen();
    Budget.current().list(length);
    List<Object> list = new ArrayList<>(length);
    Map<String, Object> map = new LinkedHashMap<>();
    LuaValue key = LuaValue.NIL;
    while (true) {
      Budget.current().step(1);
      var entry = table.next(key);
      key = entry.arg1();
      if (key.isnil()) {
        break;
      }
      if (key.type() == LuaValue.TSTRING) {
        map.put(key.tojstring(), fromLua(entry.arg(2), depth + 1));
      } else if (list.size() < length) {
        list.add(fromLua(table.rawget(list.size() + 1), depth + 1));
      } else {
        throw new LuaException("the script returns a table that is neither a list nor a map");
      }
    }
    if (!map.isEmpty() && !list.isEmpty()) {
      throw new LuaException("the script returns a table that is both a list and a map");
    }
    return map.isEmpty() ? list : map;
  }
}
