package io.tocsin.controller.compare;

import java.util.ArrayList;
import java.util.List;

/** Differences of lines in the format of {@code diff -u}. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Beyond that many pairs of lines the middle is replaced as a whole. */
  private static final long MAX_CELLS = 4_000_000;

  private record Line(char sign, String text) {}

  private UnifiedDiff() {}

  /** Empty where the texts are the same. */
  static String of(List<String> before, List<String> after, String oldName, String newName) {
    if (before.equals(after)) {
      return "";
    }
    StringBuilder result = new StringBuilder("--- " + oldName + "\n+++ " + newName + "\n");
    hunks(script(before, after), result);
    return result.toString();
  }

  private static List<Line> script(List<String> before, List<String> after) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, start).forEach(line -> lines.add(new Line(' ', line)));
    middle(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        lines);
    before
        .subList(before.size() - end, before.size())
        .forEach(line -> lines.add(new Line(' ', line)));
    return lines;
  }

  /** By the longest common subsequence. */
  private static void middle(List<String> before, List<String> after, List<Line> lines) {
    boolean large = (long) before.size() * after.size() > MAX_CELLS;
    int[][] common = large ? new int[0][0] : common(before, after);
    int i = 0;
    int j = 0;
    while (!large && i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i)));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
    before.subList(i, before.size()).forEach(line -> lines.add(new Line('-', line)));
    after.subList(j, after.size()).forEach(line -> lines.add(new Line('+', line)));
  }

  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void hunks(List<Line> lines, StringBuilder result) {
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).sign() == ' ') {
        at++;
        continue;
      }
      int from = Math.max(at - CONTEXT, 0);
      int end = endOfHunk(lines, at);
      hunk(lines, from, end, result);
      at = end;
    }
  }

  private static int endOfHunk(List<Line> lines, int from) {
    int last = from;
    for (int i = from; i < lines.size() && i <= last + 2 * CONTEXT + 1; i++) {
      if (lines.get(i).sign() != ' ') {
        last = i;
      }
    }
    return Math.min(last + CONTEXT + 1, lines.size());
  }

  private static void hunk(List<Line> lines, int from, int end, StringBuilder result) {
    int oldStart = count(lines.subList(0, from), '+');
    int newStart = count(lines.subList(0, from), '-');
    int oldLength = count(lines.subList(from, end), '+');
    int newLength = count(lines.subList(from, end), '-');
    result.append(
        "@@ -%s +%s @@\n".formatted(range(oldStart, oldLength), range(newStart, newLength)));
    for (Line line : lines.subList(from, end)) {
      result.append(line.sign()).append(line.text()).append('\n');
    }
  }

  /** How many lines do not have that sign. */
  private static int count(List<Line> lines, char sign) {
    return (int) lines.stream().filter(line -> line.sign() != sign).count();
  }

  private static String range(int start, int length) {
    return length == 1 ? "" + (start + 1) : (length == 0 ? start : start + 1) + "," + length;
  }
}
