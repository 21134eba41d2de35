package io.tocsin.bench.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where it was measured.
 *
 * @param load the system's load average of the last minute, before the run
 */
public record Machine(int processors, long memoryBytes, String system, String load) {
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");

  /** This one. */
  public static Machine here() {
    Matcher memory = MEMORY.matcher(text("/proc/meminfo"));
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        memory.find() ? Long.parseLong(memory.group(1)) * 1024 : 0,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        text("/proc/loadavg").split(" ")[0]);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}
