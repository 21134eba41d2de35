package io.tocsin.controller.health.lua;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Lua's functions over lists, those of 5.1 that scripts of Argo CD still use among them. */
final class TableLibrary {
  private TableLibrary() {}

  static LuaTable create() {
    LuaTable library = new LuaTable();
    put(library, "insert", TableLibrary::insert);
    put(library, "remove", TableLibrary::remove);
    put(library, "concat", TableLibrary::concat);
    put(library, "sort", TableLibrary::sort);
    put(library, "unpack", TableLibrary::unpack);
    put(library, "pack", TableLibrary::pack);
    put(library, "getn", arguments -> LuaValue.valueOf(arguments.checktable(1).rawlen()));
    put(library, "maxn", TableLibrary::greatestIndex);
    return library;
  }

  private static void put(LuaTable library, String name, UnaryOperator<Varargs> body) {
    library.set(name, new Native(body));
  }

  private static Varargs insert(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    int length = table.rawlen();
    if (arguments.narg() < 3) {
      table.rawset(length + 1, arguments.checkvalue(2));
      return LuaValue.NONE;
    }
    int place = arguments.checkint(2);
    if (place < 1 || place > length + 1) {
      throw new LuaError("bad argument #2 to 'insert' (position out of bounds)");
    }
    Budget.current().step(length - place + 1L);
    for (int i = length; i >= place; i--) {
      table.rawset(i + 1, table.rawget(i));
    }
    table.rawset(place, arguments.checkvalue(3));
    return LuaValue.NONE;
  }

  private static Varargs remove(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    int length = table.rawlen();
    int place = arguments.optint(2, length);
    if (place < 1 || place > length) {
      return LuaValue.NIL;
    }
    Budget.current().step(length - place + 1L);
    LuaValue removed = table.rawget(place);
    for (int i = place; i <= length; i++) {
      table.rawset(i, table.rawget(i + 1));
    }
    return removed;
  }

  private static Varargs concat(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    LuaString separator = arguments.optstring(2, LuaValue.EMPTYSTRING);
    int last = arguments.optint(4, table.rawlen());
    Budget budget = Budget.current();
    TextBuilder result = new TextBuilder(budget);
    for (long i = arguments.optint(3, 1); i <= last; i++) {
      budget.step(1);
      LuaValue item = table.rawget((int) i);
      if (!item.isstring()) {
        throw new LuaError("invalid value (at index %d) in table for 'concat'".formatted(i));
      }
      result.append(item.strvalue());
      if (i < last) {
        result.append(separator);
      }
    }
    return result.text();
  }

  private static Varargs sort(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    LuaValue before = arguments.isnil(2) ? null : arguments.checkfunction(2);
    int length = table.rawlen();
    Budget.current().list(length);
    List<LuaValue> items = new ArrayList<>(length);
    for (int i = 1; i <= length; i++) {
      items.add(table.rawget(i));
    }
    try {
      items.sort(order(before));
    } catch (IllegalArgumentException e) {
      throw new LuaError("invalid order function for sorting");
    }
    for (int i = 1; i <= length; i++) {
      table.rawset(i, items.get(i - 1));
    }
    return LuaValue.NONE;
  }

  private static Comparator<LuaValue> order(LuaValue before) {
    return (a, b) -> {
      Budget.current().step(1);
      return isBefore(before, a, b) ? -1 : isBefore(before, b, a) ? 1 : 0;
    };
  }

  private static boolean isBefore(LuaValue before, LuaValue a, LuaValue b) {
    return before == null ? a.lt_b(b) : before.call(a, b).toboolean();
  }

  static Varargs unpack(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    int first = arguments.optint(2, 1);
    int last = arguments.optint(3, table.rawlen());
    long count = Math.max((long) last - first + 1, 0);
    Budget.current().list(count);
    LuaValue[] values = new LuaValue[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.get(first + i);
    }
    return LuaValue.varargsOf(values);
  }

  private static Varargs pack(Varargs arguments) {
    Budget.current().list(arguments.narg());
    LuaTable table = new LuaTable(arguments);
    table.set("n", arguments.narg());
    return table;
  }

  private static Varargs greatestIndex(Varargs arguments) {
    LuaTable table = arguments.checktable(1);
    double greatest = 0;
    LuaValue key = LuaValue.NIL;
    while (true) {
      Budget.current().step(1);
      key = table.next(key).arg1();
      if (key.isnil()) {
        return LuaValue.valueOf(greatest);
      }
      greatest = key.type() == LuaValue.TNUMBER ? Math.max(greatest, key.todouble()) : greatest;
    }
  }
}
