package io.tocsin.controller.helm.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the regular files of a tar stream, ustar, GNU and pax names included. For one thread. */
final class TarReader {
  @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
  record Entry(String name, byte[] data) {}

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_LENGTH = 155;

  private final InputStream in;
  private final long largest;

  /**
   * @param largest file that is read, in bytes
   */
  TarReader(InputStream in, long largest) {
    this.in = in;
    this.largest = largest;
  }

  /** The next regular file, or null at the end. */
  Entry next() throws IOException {
    String longName = null;
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || isZero(header)) {
        return null;
      }
      long size = size(header);
      char type = (char) header[TYPE_AT];
      String name = longName == null ? name(header) : longName;
      if (size > largest) {
        throw new HelmException(
            "the archive's file %s is larger than %d bytes".formatted(name, largest));
      }
      byte[] data = data((int) size);
      switch (type) {
        case 'L' -> longName = text(data, 0, data.length);
        case 'x' -> longName = paxPath(data, longName);
        case '0', '\0', '7' -> {
          return new Entry(name, data);
        }
        case 'g' -> {}
        default -> longName = null;
      }
    }
  }

  private byte[] data(int size) throws IOException {
    byte[] data = in.readNBytes(size);
    if (data.length < size) {
      throw new IOException("it ends within a file");
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    return data;
  }

  private static boolean isZero(byte[] block) {
    for (byte octet : block) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, NAME);
    String prefix =
        text(header, MAGIC_AT, 5).equals("ustar") ? text(header, PREFIX_AT, PREFIX_LENGTH) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static long size(byte[] header) throws IOException {
    if (header[SIZE_AT] < 0) {
      throw new IOException("it has a file of more than 8 GiB");
    }
    String octal = text(header, SIZE_AT, SIZE_LENGTH).strip();
    try {
      return octal.isEmpty() ? 0 : Long.parseUnsignedLong(octal, 8);
    } catch (NumberFormatException e) {
      throw new IOException("it has a header that is none", e);
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOfRange(bytes, from, end), StandardCharsets.UTF_8);
  }

  /** Records such as {@code 27 path=some/long/name\n}. */
  private static String paxPath(byte[] data, String otherwise) {
    for (String record : new String(data, StandardCharsets.UTF_8).split("\n")) {
      int space = record.indexOf(' ');
      if (record.startsWith("path=", space + 1)) {
        return record.substring(space + 1 + "path=".length());
      }
    }
    return otherwise;
  }
}
