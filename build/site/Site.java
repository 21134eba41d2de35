import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The documentation as a site. Called in the root of the repository, or with another root as last
 * argument:
 *
 * <ul>
 *   <li>{@code check}: says which links of which pages lead nowhere
 *   <li>{@code stage FOLDER}: writes the pages as the site generator wants them, where all links
 *       hold
 *   <li>{@code verify FOLDER}: says which links of the finished site lead nowhere
 * </ul>
 *
 * Ends with 1 where a link leads nowhere. Links to other hosts are looked at, not followed.
 */
final class Site {
  private Site() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(arguments));
    String task = words.isEmpty() ? "check" : words.removeFirst();
    List<String> broken =
        switch (task) {
          case "check" -> new LinkCheck(Pages.read(root(words))).broken();
          case "stage" -> stage(Path.of(words.removeFirst()), root(words));
          case "verify" -> HtmlCheck.broken(Path.of(words.removeFirst()));
          default -> throw new IllegalArgumentException("there is no task " + task);
        };
    broken.forEach(System.err::println);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static Path root(List<String> words) {
    return Path.of(words.isEmpty() ? "" : words.getLast());
  }

  private static List<String> stage(Path folder, Path root) throws IOException {
    Pages pages = Pages.read(root);
    List<String> broken = new LinkCheck(pages).broken();
    if (broken.isEmpty()) {
      new Staging(pages, folder).write();
    }
    return broken;
  }
}
