package io.tocsin.controller.health.lua;

import java.time.Clock;
import java.util.List;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.MathLib;

/** The globals of one run: nothing that reads, writes, loads, or reaches Java. */
final class Sandbox {
  private static final List<String> FORBIDDEN =
      List.of("collectgarbage", "dofile", "load", "loadfile", "print");

  static {
    // the one place where LuaJ keeps what all scripts of the process share; nobody can change it
    LuaTable methods = new LuaTable();
    methods.set(LuaValue.INDEX, StringLibrary.create());
    LuaString.s_metatable = methods;
  }

  private Sandbox() {}

  static Globals create(Clock clock, Budget budget) {
    Globals globals = environment(new Globals());
    globals.load(new BaseLib());
    globals.load(new MathLib());
    globals.set("package", LuaValue.NIL);
    FORBIDDEN.forEach(name -> globals.set(name, LuaValue.NIL));
    globals.finder = null;
    globals.STDIN = null;
    LuaTable table = TableLibrary.create();
    globals.set("string", StringLibrary.create());
    globals.set("table", table);
    globals.set("unpack", table.get("unpack"));
    globals.set("os", new OsLibrary(clock).create());
    globals.set("print", new Native(arguments -> LuaValue.NONE));
    globals.set("require", new Native(arguments -> required(globals, arguments)));
    globals.set("getmetatable", new Native(Sandbox::metatable));
    globals.debuglib = new Watchdog(budget);
    return globals;
  }

  /** LuaJ's libraries write themselves into {@code package.loaded}. */
  static <T extends LuaTable> T environment(T table) {
    LuaTable packages = new LuaTable();
    packages.set("loaded", new LuaTable());
    table.set("package", packages);
    return table;
  }

  private static Varargs required(Globals globals, Varargs arguments) {
    String name = arguments.checkjstring(1);
    return switch (name) {
      case "os", "string", "table", "math" -> globals.rawget(name);
      default -> LuaValue.error("module '" + name + "' not found");
    };
  }

  /** That of strings is shared by all runs and is nobody's to see. */
  private static Varargs metatable(Varargs arguments) {
    LuaValue value = arguments.checkvalue(1);
    LuaValue metatable = value.istable() ? value.getmetatable() : null;
    if (metatable == null) {
      return LuaValue.NIL;
    }
    LuaValue shown = metatable.rawget(LuaValue.METATABLE);
    return shown.isnil() ? metatable : shown;
  }
}
