package io.tocsin.bench.load.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says of a process in {@code /proc}, see proc(5). */
final class ProcFiles {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private ProcFiles() {}

  /** Processor seconds, user and system, with those of children that ended; 0 when it is gone. */
  static double cpuSeconds(long pid) {
    return cpuSeconds(text(pid, "stat"));
  }

  static double cpuSeconds(String stat) {
    // the name, in parentheses, may hold blanks
    if (stat.isEmpty()) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    long ticks = 0;
    for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME && i < fields.length; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** Resident bytes; 0 when it is gone. */
  static long resident(long pid) {
    return kibibytes(RESIDENT, text(pid, "status"));
  }

  /** The most resident bytes that it had; 0 when it is gone. */
  static long peak(long pid) {
    return kibibytes(PEAK, text(pid, "status"));
  }

  static long kibibytes(Pattern pattern, String status) {
    Matcher matcher = pattern.matcher(status);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
  }

  private static String text(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      return "";
    }
  }
}
