import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks, or with the argument {@code fix} corrects, the format of every Java file of the project.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  public static void main(String[] arguments) throws IOException {
    boolean fix = List.of(arguments).contains("fix");
    List<Path> wrong;
    try (Stream<Path> files = Files.walk(Path.of(""), 12)) {
      wrong =
          files.filter(Format::isSource).parallel().filter(file -> !formatted(file, fix)).toList();
    }
    wrong.stream().sorted().forEach(file -> System.err.println("not formatted: " + file));
    if (!wrong.isEmpty() && !fix) {
      System.err.println("`mvn -N validate -Dformat=fix` formats them.");
      System.exit(1);
    }
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return name.endsWith(".java") && !name.contains("target/") && Files.isRegularFile(file);
  }

  private static boolean formatted(Path file, boolean fix) {
    try {
      String text = Files.readString(file);
      String imports =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
      String right = FORMATTER.formatSource(imports);
      if (fix && !text.equals(right)) {
        Files.writeString(file, right);
      }
      return text.equals(right);
    } catch (FormatterException | IOException e) {
      System.err.println(file + ": " + e.getMessage());
      return false;
    }
  }
}
