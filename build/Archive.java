import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what lets a distribution start quickly, by running commands as a user would: the file
 * {@code classpath} with the jars in the order in which they are wanted, the archive {@code
 * tocsin.jsa} with the classes that the commands load, the cache {@code controller.aot} with what a
 * controller loads and how it runs, and the file {@code jdk}, as both fit the JDK alone that made
 * them. Arguments: the distribution's folder, the checkout's, and the folder of the JDK or runtime
 * that they are for, where it is not the one that runs this.
 */
final class Archive {
  private static final List<String> FIRST =
      List.of("notifier-", "picocli-", "services-", "templates-", "triggers-", "controller-");
  private static final String MAIN = "io.tocsin.notifier.cli.Main";
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  /** Without these, what is cached does not fit the controller that the script starts. */
  private static final List<String> CONTROLLER =
      List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", NATIVE);

  private final Path home;
  private final String classPath;
  private final Path scratch;
  private final String jdk;

  private Archive(Path home, String jdk, String classPath, Path scratch) {
    this.home = home;
    this.jdk = jdk;
    this.classPath = classPath;
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]);
    String jdk = arguments.length > 2 ? arguments[2] : System.getProperty("java.home");
    List<String> jars = jars(home.resolve("lib"));
    Files.deleteIfExists(home.resolve("tocsin.jsa"));
    Files.deleteIfExists(home.resolve("controller.aot"));
    for (String jar : jars) {
      if (jar.startsWith("picocli-")) {
        OldClasses.renew(home.resolve("lib", jar));
      }
    }
    String classPath =
        jars.stream()
            .map(jar -> home.resolve("lib", jar).toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path scratch = Files.createTempDirectory("tocsin-archive");
    try {
      Archive archive = new Archive(home, jdk, classPath, scratch);
      Path checkout = Path.of(arguments[1]);
      archive.make(checkout.resolve("examples/dingtalk"));
      archive.train(checkout);
    } finally {
      delete(scratch);
    }
    Files.writeString(home.resolve("jdk"), jdk + "\n");
    Files.writeString(home.resolve("classpath"), String.join(":", jars) + "\n");
  }

  private static List<String> jars(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted(Comparator.comparingInt(Archive::rank).thenComparing(name -> name))
          .toList();
    }
  }

  private static int rank(String jar) {
    for (int i = 0; i < FIRST.size(); i++) {
      if (jar.startsWith(FIRST.get(i))) {
        return i;
      }
    }
    return FIRST.size();
  }

  private void make(Path example) throws IOException, InterruptedException {
    Set<String> classes = new LinkedHashSet<>();
    for (List<String> command : commands(example)) {
      classes.addAll(loaded(command));
    }
    Path list = Files.write(scratch.resolve("classes"), classes);
    int code =
        java(
            List.of(
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + home.resolve("tocsin.jsa")),
            List.of());
    if (code != 0) {
      System.err.println("no archive of classes was made: " + log());
    }
  }

  private void train(Path checkout) throws IOException, InterruptedException {
    String learnt = "-XX:AOTConfiguration=" + scratch.resolve("learnt");
    String kubeconfig = scratch.resolve("kubeconfig").toString();
    List<String> controller = new ArrayList<>(List.of(java(jdk)));
    controller.addAll(CONTROLLER);
    controller.addAll(List.of("-XX:AOTMode=record", learnt, "-cp", classPath, MAIN, "controller"));
    controller.addAll(List.of("--kubeconfig", kubeconfig, "-n", "argocd", "--metrics-port", "0"));
    List<String> training = new ArrayList<>();
    training.addAll(List.of(java(System.getProperty("java.home")), "-cp", classPath));
    training.add(checkout.resolve("build/Training.java").toString());
    training.addAll(List.of(checkout.resolve("deploy/crds").toString(), kubeconfig));
    training.addAll(controller);
    List<String> create = new ArrayList<>(List.of(java(jdk)));
    create.addAll(CONTROLLER);
    create.addAll(List.of("-XX:AOTMode=create", learnt));
    create.addAll(List.of("-XX:AOTCache=" + home.resolve("controller.aot"), "-cp", classPath));
    if (run(training) != 0 || run(create) != 0) {
      System.err.println("nothing is cached for controllers: " + log());
    }
  }

  private static List<List<String>> commands(Path example) {
    List<String> files =
        List.of(
            example.resolve("guestbook.yaml").toString(),
            "--config-map",
            example.resolve("argocd-notifications-cm.yaml").toString(),
            "--secret",
            example.resolve("argocd-notifications-secret.yaml").toString());
    return List.of(
        List.of("--version"),
        List.of("--help"),
        with(List.of("template", "notify", "app-sync-change"), files),
        with(List.of("trigger", "run", "on-deployed"), files),
        List.of("template", "notify", "--help"));
  }

  private static List<String> with(List<String> command, Collection<String> more) {
    return Stream.concat(command.stream(), more.stream()).toList();
  }

  /** What the JVM writes of a run: the classes and call sites that it used. */
  private Set<String> loaded(List<String> command) throws IOException, InterruptedException {
    Path list = scratch.resolve("loaded");
    int code = java(List.of("-XX:DumpLoadedClassList=" + list), command);
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ": " + log());
    }
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replaceFirst(" id: \\d+$", ""))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  private int java(List<String> options, List<String> command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(java(jdk)));
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", NATIVE));
    line.addAll(options);
    line.addAll(List.of("-cp", classPath, MAIN));
    line.addAll(command);
    return run(line);
  }

  private static String java(String home) {
    return Path.of(home, "bin", "java").toString();
  }

  private int run(List<String> line) throws IOException, InterruptedException {
    File log = scratch.resolve("log").toFile();
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log).start().waitFor();
  }

  private String log() throws IOException {
    try (Stream<String> lines = Files.lines(scratch.resolve("log"))) {
      return lines.limit(5).collect(Collectors.joining(" "));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
