import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out what an image holds, of the distribution that the build made: {@code base}, with a
 * runtime of Java and what that and the script need of the system, {@code app}, and {@code
 * base.tar}, the base as an OCI layout. Arguments: the checkout's folder, the folder to write to,
 * the time that all files have (archives of classes fit jars of one time alone).
 */
final class Image {
  /** Where the runtime is in the image. */
  static final String JAVA = "opt/java";

  private Image() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path checkout = Path.of(arguments[0]).toRealPath();
    Path distribution = checkout.resolve("notifier/target/tocsin");
    if (!Files.isDirectory(distribution.resolve("lib"))) {
      System.err.println(
          distribution + " does not exist: `mvn -DskipTests -pl notifier -am package` makes it.");
      System.exit(1);
    }
    Path target = Files.createDirectories(Path.of(arguments[1])).toRealPath();
    FileTime time = FileTime.from(Instant.parse(arguments[2]));
    Path base = emptied(target.resolve("base"));
    Path app = emptied(target.resolve("app"));
    Base.make(base, time);
    app(checkout, distribution, app, base.resolve(JAVA), time);
    emptied(target.resolve("jib-cache")); // has layers by their files' times, which are always one
    Layout.write(base, emptied(target.resolve("layout")), target.resolve("base.tar"));
    Files.createDirectories(
        target.resolve("classes")); // wanted by javac and Jib, though nothing is in it
  }

  private static void app(Path checkout, Path distribution, Path app, Path java, FileTime time)
      throws IOException, InterruptedException {
    Path lib = Files.createDirectories(app.resolve("lib"));
    try (Stream<Path> jars = Files.list(distribution.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
    timed(app, time);
    Commands.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            checkout.resolve("build/Archive.java").toString(),
            app.toString(),
            checkout.toString(),
            java.toString()));
    Files.writeString(app.resolve("jdk"), "/" + JAVA + "\n");
    for (String name : List.of("tocsin", "argocd-notifications")) {
      Files.copy(checkout.resolve("tocsin"), app.resolve(name));
      Files.setPosixFilePermissions(
          app.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    timed(app, time);
  }

  /** Gives all files below a folder one time. */
  static void timed(Path folder, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isSymbolicLink(file)) {
          Files.setLastModifiedTime(file, time);
        }
      }
    }
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
