package io.tocsin.controller.helm.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Unpacks .tgz files of charts, in memory. */
public final class ChartArchive {
  /** All files of an archive, in bytes. */
  public static final long LARGEST_CHART = 100L << 20;

  /** One file of an archive, in bytes. */
  public static final long LARGEST_FILE = 5L << 20;

  private static final int MOST_FILES = 20_000;

  private ChartArchive() {}

  /**
   * The files by their paths within the chart's directory; links and devices are passed over.
   *
   * @throws HelmException when the archive is broken, too large, or has a path that leads out of it
   */
  public static List<ChartFile> unpack(byte[] archive) {
    try (InputStream zipped = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      return files(new TarReader(zipped, LARGEST_FILE));
    } catch (IOException e) {
      throw new HelmException("the archive is no readable .tgz: " + e.getMessage(), e);
    }
  }

  private static List<ChartFile> files(TarReader tar) throws IOException {
    List<ChartFile> files = new ArrayList<>();
    long total = 0;
    for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
      total += entry.data().length;
      if (total > LARGEST_CHART || files.size() >= MOST_FILES) {
        throw new HelmException(
            "the archive is larger than %d bytes or %d files".formatted(LARGEST_CHART, MOST_FILES));
      }
      files.add(new ChartFile(path(entry.name()), entry.data()));
    }
    if (files.isEmpty()) {
      throw new HelmException("the archive has no files");
    }
    return files;
  }

  /** The path without its first directory, which is the chart's own. */
  private static String path(String name) {
    String path = name.replace('\\', '/');
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        throw new HelmException("the archive has a path that leads out of it: " + name);
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    if (path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':')) {
      throw new HelmException("the archive has an absolute path: " + name);
    }
    if (steps.size() < 2) {
      throw new HelmException("the archive has a file outside the chart's directory: " + name);
    }
    return String.join("/", steps.subList(1, steps.size()));
  }
}
