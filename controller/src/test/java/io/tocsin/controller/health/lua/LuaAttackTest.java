package io.tocsin.controller.health.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LuaAttackTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io",
        "debug",
        "package",
        "luajava",
        "coroutine",
        "load",
        "loadstring",
        "loadfile",
        "dofile",
        "collectgarbage",
        "os.execute",
        "os.exit",
        "os.getenv",
        "os.remove",
        "os.tmpname",
        "string.dump",
      })
  void whatReachesOutsideIsNotThere(String name) {
    assertThat(run("return " + name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true do end",
        "repeat until false",
        "for i = 1, 1e18 do end",
        "pcall(function() while true do end end) return 'caught'",
        "while true do pcall(function() while true do end end) end",
        "while true do pcall(string.rep, 'x', 2000000) end",
        "local t = {} local i = 0 while true do i = i + 1 t[i] = i end",
        "local t = {} while true do t = {t, t} end",
        "local t = {} while true do table.insert(t, 1, t) end",
        "local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end}) return t[1]",
        "local t = setmetatable({}, {__len = function() return 2147483646 end}) return unpack(t, 1, 2147483646)",
        "local t = setmetatable({}, {__tostring = function(t) return tostring(t) end}) tostring(t)",
        "local function f() return f() end return f()",
        "local function f() return 1 + f() end return f()",
        "local s = 'x' while true do s = s .. s end",
        "local t = {} while true do t[#t + 1] = string.rep('x', 1000000) end",
        "string.rep('x', 1e10)",
        "string.rep('', 1e10) while true do end",
        "return ('x'):rep(9007199254740991)",
        "return string.format('%s%s%s', ('x'):rep(900000), ('x'):rep(900000), 1)",
        "return table.concat(setmetatable({}, {__index = function() return 'x' end}), ',', 1, 2147483647)",
        "return unpack({}, 1, 100000000)",
        "return string.find(('a'):rep(40), ('a*'):rep(40) .. 'b')",
        "return string.match(('a'):rep(3000), '.-.-.-.-b')",
        "return string.gsub(('a'):rep(100000), '', ('b'):rep(100))",
        "return string.find(('('):rep(100000), '%b()')",
        "local t = {} for i = 1, 200000 do t[i] = i end table.sort(t, function(a, b) return true end) while true do end",
        "local t = {} t[1] = t return t",
        "for w in string.gmatch('', '') do end while true do end",
      })
  void whatTakesTooMuchIsStopped(String source) {
    assertThatThrownBy(() -> run(source)).isInstanceOf(LuaException.class);
  }

  @Test
  void textThatIsNestedTooDeepDoesNotCompile() {
    assertThatThrownBy(() -> run("return " + "(".repeat(100_000) + "1" + ")".repeat(100_000)))
        .isInstanceOf(LuaException.class);
    assertThatThrownBy(() -> run("return " + "{".repeat(5_000) + "}".repeat(5_000)))
        .isInstanceOf(LuaException.class);
    assertThatThrownBy(() -> run("return " + "not ".repeat(100_000) + "1"))
        .isInstanceOf(LuaException.class);
  }

  @Test
  void bytecodeIsNoScript() {
    assertThatThrownBy(() -> run("\u001bLua R\u0000\u0001")).isInstanceOf(LuaException.class);
  }

  @Test
  void stringsOfLaterRunsAreNotToBeTamperedWith() {
    assertThatThrownBy(() -> run("('').rep = nil")).isInstanceOf(LuaException.class);
    run("string.rep = nil; string = nil");

    assertThat(run("return ('a'):rep(2)")).isEqualTo("aa");
  }

  @Test
  void theClockStopsWhatTheCountersWouldLetGo() {
    LuaLimits limits =
        new LuaLimits(Duration.ofMillis(50), Long.MAX_VALUE, 1 << 20, Long.MAX_VALUE, 100);

    assertThatThrownBy(
            () -> LuaScript.compile("while true do end", limits, Clock.systemUTC()).run(Map.of()))
        .isInstanceOf(LuaException.class)
        .hasMessage("the script takes longer than 50 ms");
  }

  private static Object run(String source) {
    return LuaScript.compile(source, LuaLimits.DEFAULT, Clock.systemUTC()).run(Map.of());
  }
}
