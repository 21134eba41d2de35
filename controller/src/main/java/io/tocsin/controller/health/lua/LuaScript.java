package io.tocsin.controller.health.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.compiler.LuaC;

/**
 * A script that is compiled once and run often. Safe for use by several threads.
 *
 * <p>It has Lua's basic functions, {@code string}, {@code table}, {@code math} and {@code
 * os.time}/{@code os.date}; no coroutines, nothing that loads code, no I/O.
 */
public final class LuaScript {
  private final Prototype prototype;
  private final LuaLimits limits;
  private final Clock clock;

  private LuaScript(Prototype prototype, LuaLimits limits, Clock clock) {
    this.prototype = prototype;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Compiles source text.
   *
   * @throws LuaException saying line and mistake
   */
  public static LuaScript compile(String source, LuaLimits limits, Clock clock) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > limits.text()) {
      throw new LuaException("the script is longer than %d bytes".formatted(limits.text()));
    }
    try {
      Prototype prototype = LuaC.instance.compile(new ByteArrayInputStream(bytes), "@script");
      return new LuaScript(prototype, limits, clock);
    } catch (LuaError e) {
      throw new LuaException(e.getMessage());
    } catch (StackOverflowError e) {
      throw new LuaException("the script is nested too deep");
    } catch (IOException e) {
      throw new AssertionError("a string cannot fail to be read", e);
    }
  }

  /**
   * Runs the script with the given globals.
   *
   * @return what it returned last, as plain maps, lists, strings, booleans and numbers; null for
   *     nothing; an empty table is an empty list
   * @throws LuaException when it fails or takes more than its limits
   */
  public Object run(Map<String, Object> values) {
    Budget budget = new Budget(limits);
    return ScopedValue.where(Budget.CURRENT, budget).call(() -> run(values, budget));
  }

  private Object run(Map<String, Object> values, Budget budget) {
    try {
      Globals globals = Sandbox.create(clock, budget);
      values.forEach((name, value) -> globals.set(name, LuaValues.toLua(value)));
      Varargs results = new LuaClosure(prototype, globals).invoke(LuaValue.NONE);
      return LuaValues.fromLua(results.arg(Math.max(results.narg(), 1)));
    } catch (LuaError e) {
      throw new LuaException(shortened(String.valueOf(e.getMessage())));
    } catch (Budget.Exhausted e) {
      throw new LuaException(e.getMessage());
    } catch (StackOverflowError e) {
      throw new LuaException("the script calls too deep");
    }
  }

  private static String shortened(String message) {
    return message.length() > 1000 ? message.substring(0, 1000) + "…" : message;
  }
}
