package io.tocsin.controller.health.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaScriptTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-04T12:05:06Z"), ZoneOffset.UTC);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 1 | 2",
        "7 / 2 | 3.5",
        "('abc'):upper() | ABC",
        "string.rep('ab', 3, '-') | ab-ab-ab",
        "string.match('v1.22.3', '(%d+)%.(%d+)') | 22",
        "string.find('hello', 'l') | 3",
        "string.find('a.b', '.', 1, true) | 2",
        "select(1, string.gsub('a-b-c', '-', '+')) | 2",
        "(string.gsub('hello', 'l', {l = 'L'})) | heLLo",
        "(string.gsub('abc', '%w', '%0%0')) | aabbcc",
        "(string.gsub('abc', '(%w)(%w)', '%2%1')) | bac",
        "(string.gsub('x = 1', '%s*=%s*', '=')) | x=1",
        "string.match('[[x]]', '%b[]') | [[x]]",
        "string.match('THE (quick) fox', '%((%a+)%)') | quick",
        "string.match('  trim  ', '^%s*(.-)%s*$') | trim",
        "string.match('2024-01-02', '^(%d+)-') | 2024",
        "string.format('%d of %s, %5.2f, %x', 3, 'x', 2.5, 255) | 3 of x,  2.50, ff",
        "string.format('%-4s/%04d/%g/%q', 'a', 7, 0.1, 'q') | a   /0007/0.1/\"q\"",
        "string.len('abc') | 3",
        "string.sub('abcdef', -3, -2) | de",
        "table.concat({1, 2, 3}, ',') | 1,2,3",
        "table.getn({1, 2}) | 2",
        "#{1, 2, 3} | 3",
        "unpack({4, 5}) | 5",
        "math.max(1, 9, 4) | 9",
        "tostring(10) | 10",
        "tostring(nil) | nil",
        "tonumber('0x10') | 16",
        "type(os.time()) | number",
        "os.time() | 1772625906",
        "os.date('!%Y-%m-%dT%H:%M:%SZ') | 2026-03-04T12:05:06Z",
        "os.date('!%Y-%m-%d', 0) | 1970-01-01",
        "require('os').time() | 1772625906",
        "select(2, pcall(error, 'x')) | x",
        "select('#', 1, 2) | 2",
        "getmetatable('') == nil | true",
      })
  void expressionsMeanWhatTheyMeanInLua(String expression, String expected) {
    Object result = run("return " + expression);

    assertThat(String.valueOf(result)).isEqualTo(expected.strip());
  }

  @Test
  void listsAreSortedInsertedIntoAndRemovedFrom() {
    assertThat(
            run(
                """
                local t = {3, 1, 2}
                table.sort(t)
                table.insert(t, 4)
                table.insert(t, 1, 0)
                table.remove(t, 2)
                table.sort(t, function(a, b) return a > b end)
                return t
                """))
        .isEqualTo(List.of(4L, 3L, 2L, 0L));
  }

  @Test
  void objectsKeepTheirNumbersListsAndWords() {
    Map<String, Object> object =
        Map.of("n", 3L, "big", 9_007_199_254_740_991L, "f", 1.5, "s", "é", "l", List.of(true));

    assertThat(script("return obj").run(Map.of("obj", object))).isEqualTo(object);
  }

  @Test
  void matchesAreIteratedOver() {
    assertThat(
            run(
                """
                local t = {}
                for k, v in string.gmatch("a=1, b=2", "(%w+)=(%w+)") do t[k] = v end
                return t
                """))
        .isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void runsDoNotSeeEachOthersGlobals() {
    LuaScript script = script("seen = (seen or 0) + 1; string.x = seen; return seen");

    assertThat(script.run(Map.of())).isEqualTo(1L);
    assertThat(script.run(Map.of())).isEqualTo(1L);
    assertThat(run("return string.x")).isNull();
  }

  @Test
  void aMistakeNamesItsLine() {
    assertThatThrownBy(() -> script("local a = 1\nreturn ]"))
        .isInstanceOf(LuaException.class)
        .hasMessageContaining("script:2");
    assertThatThrownBy(() -> run("local a\n\nreturn a.b"))
        .isInstanceOf(LuaException.class)
        .hasMessageContaining("script:3");
  }

  private static Object run(String source) {
    return script(source).run(Map.of());
  }

  private static LuaScript script(String source) {
    return LuaScript.compile(source, LuaLimits.DEFAULT, NOON);
  }
}
