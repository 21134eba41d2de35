import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Markdown files that people read, by their paths from the root of the repository.
 *
 * @param root the repository
 */
record Pages(Path root, Map<Path, Page> all) {
  private static final List<String> FOLDERS =
      List.of("bench", "deploy", "docs", "embedded", "examples");

  static Pages read(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(root.toAbsolutePath())) {
      top.filter(Pages::isPage).forEach(files::add);
    }
    for (String folder : FOLDERS) {
      Path start = root.toAbsolutePath().resolve(folder);
      if (Files.isDirectory(start)) {
        try (Stream<Path> below = Files.walk(start)) {
          below
              .filter(Pages::isPage)
              .filter(file -> folder.equals("docs") || file.endsWith("README.md"))
              .filter(file -> !file.toString().contains("/target/"))
              .forEach(files::add);
        }
      }
    }
    Map<Path, Page> pages = new TreeMap<>();
    for (Path file : files) {
      Path name = root.toAbsolutePath().relativize(file);
      pages.put(name, new Page(name, Files.readAllLines(file)));
    }
    return new Pages(root.toAbsolutePath(), pages);
  }

  /**
   * Where a link of a page leads, from the root; the page itself where it names an anchor alone.
   */
  Path resolve(Path page, Link link) {
    Path folder = page.getParent() == null ? Path.of("") : page.getParent();
    return link.path().isEmpty() ? page : folder.resolve(link.path()).normalize();
  }

  /** The page that stands for a file or a folder; null where there is none. */
  Page page(Path target) {
    Page page = all.get(target);
    return page == null ? all.get(target.resolve("README.md").normalize()) : page;
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && Files.isRegularFile(file);
  }
}
