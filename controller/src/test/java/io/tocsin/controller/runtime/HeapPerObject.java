package io.tocsin.controller.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures what an informer's cache takes: {@code HeapPerObject object.json 5000 20000}. Names and
 * revisions are varied, so that no object is like another.
 */
final class HeapPerObject {
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}");
  private static final int WARM = 500;

  private final String pattern;
  private final Random random = new Random(1);

  private HeapPerObject(String pattern) {
    this.pattern = pattern;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    HeapPerObject measure = new HeapPerObject(Files.readString(Path.of(arguments[0])));
    PrintStream out = System.out;
    measure.fill(WARM);
    for (String count : List.of(arguments).subList(1, arguments.length)) {
      out.println(measure.line(Integer.parseInt(count)));
    }
  }

  private String line(int count) throws InterruptedException {
    long before = used();
    ObjectStore store = fill(count);
    long each = (used() - before) / count;
    long content = store.stream().mapToLong(PackedObject::size).sum() / count;
    return "%d objects: %d B of heap each, of it %d B content".formatted(count, each, content);
  }

  private ObjectStore fill(int count) {
    ObjectStore store = new ObjectStore(object -> object.text("spec", "project").orElse(""));
    IntStream.range(0, count).mapToObj(this::varied).forEach(store::put);
    return store;
  }

  private KubeObject varied(int index) {
    String revision =
        IntStream.range(0, 40)
            .mapToObj(i -> Integer.toHexString(random.nextInt(16)))
            .collect(Collectors.joining());
    String text =
        REVISION
            .matcher(pattern)
            .replaceAll(revision)
            .replaceFirst("\"name\": ?\"[^\"]*\"", "\"name\":\"application-" + index + "\"");
    return ObjectCodec.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
