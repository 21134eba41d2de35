package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.STRING;

import java.util.ArrayDeque;
import java.util.Deque;

/** Sprig's chapter "File Path Functions": paths with slashes, as texts; no file is looked at. */
final class Paths {
  private Paths() {}

  static Chapter chapter() {
    return new Chapter("Paths")
        .add("base", STRING, a -> base(Args.text(a, 0)), STRING)
        .add("dir", STRING, a -> directory(Args.text(a, 0)), STRING)
        .add("clean", STRING, a -> clean(Args.text(a, 0)), STRING)
        .add("ext", STRING, a -> extension(Args.text(a, 0)), STRING)
        .add("isAbs", BOOL, a -> Args.text(a, 0).startsWith("/"), STRING)
        .alias("osBase", "base")
        .alias("osDir", "dir")
        .alias("osClean", "clean")
        .alias("osExt", "ext")
        .alias("osIsAbs", "isAbs");
  }

  private static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    return name.isEmpty() ? "/" : name;
  }

  private static String directory(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  /** The shortest path that is the same without looking at files. */
  static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : Texts.split(path, "/", -1)) {
      boolean up = part.equals("..");
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!up || !rooted) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }
}
