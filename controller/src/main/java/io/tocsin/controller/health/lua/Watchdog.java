package io.tocsin.controller.health.lua;

import java.util.ArrayDeque;
import java.util.Deque;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.DebugLib;

/** Looks at each instruction before it is executed; gives no function to the script. */
final class Watchdog extends DebugLib {
  /** A call: what is executed, and what it works on. */
  private static final class Frame {
    private final int[] code;
    private final LuaValue[] registers;

    Frame(int[] code, LuaValue[] registers) {
      this.code = code;
      this.registers = registers;
    }
  }

  private final Budget budget;
  private final Deque<Frame> frames = new ArrayDeque<>();

  Watchdog(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void onCall(LuaFunction function) {
    budget.enter();
    frames.push(new Frame(new int[0], new LuaValue[0]));
  }

  @Override
  public void onCall(LuaClosure closure, Varargs arguments, LuaValue[] registers) {
    budget.enter();
    frames.push(new Frame(closure.p.code, registers));
  }

  @Override
  public void onInstruction(int counter, Varargs rest, int top) {
    budget.step(1);
    Frame frame = frames.peek();
    int instruction = frame.code[counter];
    switch (Lua.GET_OPCODE(instruction)) {
      case Lua.OP_CONCAT -> budget.text(length(frame.registers, instruction));
      case Lua.OP_VARARG, Lua.OP_SETLIST -> budget.list(rest.narg());
      default -> {}
    }
  }

  private static long length(LuaValue[] registers, int instruction) {
    long length = 0;
    for (int i = Lua.GETARG_B(instruction); i <= Lua.GETARG_C(instruction); i++) {
      length += registers[i].isstring() ? registers[i].strvalue().rawlen() : 0;
    }
    return length;
  }

  @Override
  public void onReturn() {
    frames.poll();
    budget.leave();
  }

  @Override
  public String traceback(int level) {
    return "";
  }
}
