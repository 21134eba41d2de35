package io.tocsin.controller.health.lua;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaString;

/** Joins strings within the budget. */
final class TextBuilder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Budget budget;

  TextBuilder(Budget budget) {
    this.budget = budget;
  }

  void append(LuaString piece) {
    budget.grow(bytes.size(), piece.m_length);
    bytes.write(piece.m_bytes, piece.m_offset, piece.m_length);
  }

  void append(int value) {
    budget.grow(bytes.size(), 1);
    bytes.write(value);
  }

  LuaString text() {
    return LuaString.valueUsing(bytes.toByteArray());
  }
}
