package io.tocsin.controller.health.lua;

import java.util.Arrays;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Tries a pattern of the Lua manual (§6.4.1) at places of a string, paying for each step: patterns
 * can take exponentially long.
 */
final class PatternMatch {
  private static final int NONE = -1;
  private static final int OPEN = -1;
  private static final int POSITION = -2;
  private static final int MAX_CAPTURES = 32;
  private static final int MAX_DEPTH = 200;

  private final byte[] text;
  private final byte[] pattern;
  private final Budget budget;
  private final int[] starts = new int[MAX_CAPTURES];
  private final int[] lengths = new int[MAX_CAPTURES];
  private int captures;
  private int depth;

  PatternMatch(LuaString text, LuaString pattern, Budget budget) {
    this.text = bytes(text);
    this.pattern = bytes(pattern);
    this.budget = budget;
  }

  private static byte[] bytes(LuaString string) {
    return Arrays.copyOfRange(string.m_bytes, string.m_offset, string.m_offset + string.m_length);
  }

  int length() {
    return text.length;
  }

  boolean isAnchored() {
    return pattern.length > 0 && pattern[0] == '^';
  }

  /** Where the match that begins at the place ends, or -1. */
  int endOfMatchAt(int place) {
    captures = 0;
    return match(place, isAnchored() ? 1 : 0);
  }

  /** The captures of the last match, or the whole of it where the pattern has none. */
  Varargs values(int start, int end) {
    LuaValue[] values = new LuaValue[Math.max(captures, 1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = capture(i, start, end);
    }
    return LuaValue.varargsOf(values);
  }

  Varargs captures() {
    return captures == 0 ? LuaValue.NONE : values(0, 0);
  }

  /** The capture of that index from 0; where there are none, 0 is the whole match. */
  LuaValue capture(int index, int start, int end) {
    if (index >= captures) {
      if (index > 0) {
        throw new LuaError("invalid capture index");
      }
      return slice(start, end);
    }
    if (lengths[index] == POSITION) {
      return LuaValue.valueOf(starts[index] + 1);
    }
    if (lengths[index] == OPEN) {
      throw new LuaError("unfinished capture");
    }
    return slice(starts[index], starts[index] + lengths[index]);
  }

  LuaString slice(int start, int end) {
    budget.text(end - start);
    return LuaString.valueOf(text, start, end - start);
  }

  private int match(int at, int from) {
    if (++depth > MAX_DEPTH) {
      throw new LuaError("pattern too complex");
    }
    try {
      return matchItems(at, from);
    } finally {
      depth--;
    }
  }

  private int matchItems(int at, int from) {
    int s = at;
    int p = from;
    while (p < pattern.length) {
      budget.step(1);
      int special = special(s, p);
      if (special != Integer.MIN_VALUE) {
        return special;
      }
      int end = endOfItem(p);
      int suffix = end < pattern.length ? pattern[end] : 0;
      switch (suffix) {
        case '?' -> {
          if (matchesOne(s, p, end)) {
            int rest = match(s + 1, end + 1);
            if (rest != NONE) {
              return rest;
            }
          }
          p = end + 1;
        }
        case '+' -> {
          return matchesOne(s, p, end) ? longest(s + 1, p, end) : NONE;
        }
        case '*' -> {
          return longest(s, p, end);
        }
        case '-' -> {
          return shortest(s, p, end);
        }
        default -> {
          if (!matchesOne(s, p, end)) {
            return NONE;
          }
          s++;
          p = end;
        }
      }
    }
    return s;
  }

  /** The outcome where a capture, {@code %b}, {@code %f}, {@code %1} or the end anchor begins. */
  private int special(int s, int p) {
    return switch (pattern[p]) {
      case '(' -> {
        boolean position = p + 1 < pattern.length && pattern[p + 1] == ')';
        yield position ? open(s, p + 2, POSITION) : open(s, p + 1, OPEN);
      }
      case ')' -> close(s, p + 1);
      case '$' -> {
        if (p + 1 < pattern.length) {
          yield Integer.MIN_VALUE;
        }
        yield s == text.length ? s : NONE;
      }
      case '%' -> p + 1 < pattern.length ? escaped(s, p) : Integer.MIN_VALUE;
      default -> Integer.MIN_VALUE;
    };
  }

  private int escaped(int s, int p) {
    int letter = pattern[p + 1];
    if (letter == 'b') {
      int end = balanced(s, p + 2);
      return end == NONE ? NONE : match(end, p + 4);
    }
    if (letter == 'f') {
      return frontier(s, p + 2);
    }
    if (letter >= '0' && letter <= '9') {
      int end = repeated(s, letter - '1');
      return end == NONE ? NONE : match(end, p + 2);
    }
    return Integer.MIN_VALUE;
  }

  private int open(int s, int p, int kind) {
    if (captures >= MAX_CAPTURES) {
      throw new LuaError("too many captures");
    }
    starts[captures] = s;
    lengths[captures] = kind;
    captures++;
    int end = match(s, p);
    if (end == NONE) {
      captures--;
    }
    return end;
  }

  private int close(int s, int p) {
    for (int i = captures - 1; i >= 0; i--) {
      if (lengths[i] == OPEN) {
        lengths[i] = s - starts[i];
        int end = match(s, p);
        if (end == NONE) {
          lengths[i] = OPEN;
        }
        return end;
      }
    }
    throw new LuaError("invalid pattern capture");
  }

  private int balanced(int s, int p) {
    if (p + 1 >= pattern.length) {
      throw new LuaError("missing arguments to the item for balanced text");
    }
    if (s >= text.length || text[s] != pattern[p]) {
      return NONE;
    }
    int open = 1;
    for (int i = s + 1; i < text.length; i++) {
      budget.step(1);
      if (text[i] == pattern[p + 1]) {
        if (--open == 0) {
          return i + 1;
        }
      } else if (text[i] == pattern[p]) {
        open++;
      }
    }
    return NONE;
  }

  private int frontier(int s, int p) {
    if (p >= pattern.length || pattern[p] != '[') {
      throw new LuaError("missing '[' after the item for a frontier");
    }
    int end = endOfItem(p);
    int before = s == 0 ? 0 : text[s - 1] & 0xff;
    int after = s < text.length ? text[s] & 0xff : 0;
    return !isInSet(before, p, end - 1) && isInSet(after, p, end - 1) ? match(s, end) : NONE;
  }

  private int repeated(int s, int index) {
    if (index < 0 || index >= captures || lengths[index] < 0) {
      throw new LuaError("invalid capture index");
    }
    int end = s + lengths[index];
    budget.step(lengths[index]);
    boolean same =
        end <= text.length
            && Arrays.equals(text, s, end, text, starts[index], starts[index] + lengths[index]);
    return same ? end : NONE;
  }

  private int longest(int s, int p, int end) {
    int count = 0;
    while (matchesOne(s + count, p, end)) {
      budget.step(1);
      count++;
    }
    for (; count >= 0; count--) {
      int rest = match(s + count, end + 1);
      if (rest != NONE) {
        return rest;
      }
    }
    return NONE;
  }

  private int shortest(int from, int p, int end) {
    for (int s = from; ; s++) {
      int rest = match(s, end + 1);
      if (rest != NONE || !matchesOne(s, p, end)) {
        return rest;
      }
    }
  }

  private int endOfItem(int from) {
    int p = from + 1;
    if (pattern[from] == '%') {
      if (p >= pattern.length) {
        throw new LuaError("malformed pattern (ends with '%')");
      }
      return p + 1;
    }
    if (pattern[from] != '[') {
      return p;
    }
    if (p < pattern.length && pattern[p] == '^') {
      p++;
    }
    do {
      if (p >= pattern.length) {
        throw new LuaError("malformed pattern (missing ']')");
      }
      p += pattern[p] == '%' ? 2 : 1;
    } while (p >= pattern.length || pattern[p] != ']');
    return p + 1;
  }

  private boolean matchesOne(int s, int p, int end) {
    if (s >= text.length) {
      return false;
    }
    int value = text[s] & 0xff;
    return switch (pattern[p]) {
      case '.' -> true;
      case '%' -> CharacterClass.contains(pattern[p + 1], value);
      case '[' -> isInSet(value, p, end - 1);
      default -> (pattern[p] & 0xff) == value;
    };
  }

  private boolean isInSet(int value, int open, int close) {
    int p = open + 1;
    boolean wanted = pattern[p] != '^';
    if (!wanted) {
      p++;
    }
    while (p < close) {
      if (pattern[p] == '%') {
        if (CharacterClass.contains(pattern[p + 1], value)) {
          return wanted;
        }
        p += 2;
      } else if (p + 2 < close && pattern[p + 1] == '-') {
        if ((pattern[p] & 0xff) <= value && value <= (pattern[p + 2] & 0xff)) {
          return wanted;
        }
        p += 3;
      } else {
        if ((pattern[p] & 0xff) == value) {
          return wanted;
        }
        p++;
      }
    }
    return !wanted;
  }
}
