package io.tocsin.controller.health.lua;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.gsub}. */
final class Substitution {
  private final Budget budget;
  private final PatternMatch match;
  private final LuaValue replacement;
  private final TextBuilder result;

  private Substitution(Budget budget, PatternMatch match, LuaValue replacement) {
    this.budget = budget;
    this.match = match;
    this.replacement = replacement;
    this.result = new TextBuilder(budget);
  }

  static Varargs apply(Varargs arguments) {
    Budget budget = Budget.current();
    LuaString text = arguments.checkstring(1);
    PatternMatch match = new PatternMatch(text, arguments.checkstring(2), budget);
    LuaValue replacement = arguments.checkvalue(3);
    if (!(replacement.isstring() || replacement.istable() || replacement.isfunction())) {
      throw new LuaError("bad argument #3 to 'gsub' (string/function/table expected)");
    }
    int most = arguments.optint(4, Integer.MAX_VALUE);
    return new Substitution(budget, match, replacement).run(most);
  }

  private Varargs run(int most) {
    int count = 0;
    int at = 0;
    while (count < most) {
      int end = match.endOfMatchAt(at);
      if (end >= 0) {
        count++;
        result.append(replace(at, end));
      }
      if (end > at) {
        at = end;
      } else if (at < match.length()) {
        result.append(match.slice(at, at + 1));
        at++;
      } else {
        break;
      }
      if (match.isAnchored()) {
        break;
      }
    }
    if (at < match.length()) {
      result.append(match.slice(at, match.length()));
    }
    return LuaValue.varargsOf(result.text(), LuaValue.valueOf(count));
  }

  private LuaString replace(int start, int end) {
    LuaValue value =
        switch (replacement.type()) {
          case LuaValue.TTABLE -> replacement.get(match.capture(0, start, end));
          case LuaValue.TFUNCTION -> replacement.invoke(match.values(start, end)).arg1();
          default -> template(replacement.strvalue(), start, end);
        };
    if (!value.toboolean()) {
      return match.slice(start, end);
    }
    if (!value.isstring()) {
      throw new LuaError("invalid replacement value (a " + value.typename() + ")");
    }
    return value.strvalue();
  }

  private LuaString template(LuaString template, int start, int end) {
    TextBuilder filled = new TextBuilder(budget);
    int i = 0;
    while (i < template.m_length) {
      int letter = template.luaByte(i++);
      if (letter != '%') {
        filled.append(letter);
        continue;
      }
      int escaped = i < template.m_length ? template.luaByte(i++) : 0;
      if (escaped == '0') {
        filled.append(match.slice(start, end));
      } else if (escaped >= '1' && escaped <= '9') {
        filled.append(match.capture(escaped - '1', start, end).strvalue());
      } else {
        filled.append(escaped);
      }
    }
    return filled.text();
  }
}
