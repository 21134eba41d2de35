package io.tocsin.controller.health.lua;

import java.util.function.UnaryOperator;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** A function of Lua that is written in Java; what it costs, its body tells the budget. */
final class Native extends VarArgFunction {
  private final UnaryOperator<Varargs> body;

  Native(UnaryOperator<Varargs> body) {
    this.body = body;
  }

  @Override
  public Varargs invoke(Varargs arguments) {
    return body.apply(arguments);
  }
}
