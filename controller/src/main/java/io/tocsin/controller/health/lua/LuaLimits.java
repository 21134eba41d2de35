package io.tocsin.controller.health.lua;

import java.time.Duration;

/**
 * What one run of a script may use.
 *
 * @param time of the wall clock
 * @param instructions of Lua's virtual machine; bounds what tables can hold, too
 * @param text the most bytes of one string
 * @param allocation the most bytes of all strings that the run makes, and a guess for its lists
 * @param depth of calls
 */
public record LuaLimits(Duration time, long instructions, int text, long allocation, int depth) {
  /** A second, as Argo CD has it; a thousandth of the rest does for any rule that is known. */
  public static final LuaLimits DEFAULT =
      new LuaLimits(Duration.ofSeconds(1), 2_000_000, 1 << 20, 64 << 20, 180);
}
