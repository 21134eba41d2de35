package io.tocsin.controller.helm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Makes archives as {@code tar} does. */
public final class Archives {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private Archives() {}

  /** A .tgz of files: paths and texts in turn. */
  public static byte[] tgz(String... pathsAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        byte[] name = bytes(pathsAndTexts[i]);
        if (name.length > NAME) {
          entry(out, bytes("././@LongLink"), 'L', Arrays.copyOf(name, name.length + 1));
        }
        entry(
            out,
            Arrays.copyOf(name, Math.min(name.length, NAME)),
            '0',
            bytes(pathsAndTexts[i + 1]));
      }
      out.write(new byte[2 * BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(GZIPOutputStream out, byte[] name, char type, byte[] data)
      throws IOException {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, name.length);
    byte[] size = bytes("%011o".formatted(data.length));
    System.arraycopy(size, 0, header, 124, size.length);
    header[156] = (byte) type;
    System.arraycopy(bytes("ustar"), 0, header, 257, 5);
    out.write(header);
    out.write(data);
    out.write(new byte[(BLOCK - data.length % BLOCK) % BLOCK]);
  }
}
