import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes pages for the site generator: folders' READMEs become their index pages, headings get
 * GitHub's anchors beside the generator's own, and files that pages link to come along.
 */
record Staging(Pages pages, Path folder) {
  private static final Pattern PIPE_IN_CODE = Pattern.compile("`([^`]*\\\\\\|[^`]*)`");

  void write() throws IOException {
    for (Page page : pages.all().values()) {
      Path file = folder.resolve("markdown").resolve(name(page.file(), ".md"));
      Files.createDirectories(file.getParent());
      Files.write(file, text(page));
    }
  }

  private List<String> text(Page page) throws IOException {
    List<String> lines = new ArrayList<>(page.lines());
    List<Link> links = new ArrayList<>(page.links());
    links.sort(Comparator.comparing(Link::line).thenComparing(Link::column).reversed());
    for (Link link : links) {
      if (!link.external() && !link.path().isEmpty()) {
        String line = lines.get(link.line());
        lines.set(link.line(), rewritten(page, link, line));
      }
    }
    for (int line : page.prose()) {
      if (lines.get(line).startsWith("|")) {
        lines.set(line, pipes(lines.get(line)));
      }
    }
    for (Map.Entry<Integer, String> anchor : page.anchors().entrySet()) {
      String heading = lines.get(anchor.getKey());
      lines.set(anchor.getKey(), "<a id=\"%s\"></a>\n\n%s".formatted(anchor.getValue(), heading));
    }
    return lines;
  }

  private String rewritten(Page page, Link link, String line) throws IOException {
    Path target = pages.resolve(page.file(), link);
    Page to = pages.page(target);
    if (to == null && Files.isDirectory(pages.root().resolve(target))) {
      return unlinked(line, link);
    }
    if (to == null) {
      Path copy = folder.resolve("resources").resolve(target);
      Files.createDirectories(copy.getParent());
      Files.copy(pages.root().resolve(target), copy, StandardCopyOption.REPLACE_EXISTING);
      return line;
    }
    Path from = name(page.file(), ".html");
    Path start = from.getParent() == null ? Path.of("") : from.getParent();
    String anchor = link.fragment().isEmpty() ? "" : "#" + link.fragment();
    String path = start.relativize(name(to.file(), ".html")) + anchor;
    return line.substring(0, link.column())
        + path
        + line.substring(link.column() + link.target().length());
  }

  /** The line with the link's words alone. */
  private static String unlinked(String line, Link link) {
    int middle = line.lastIndexOf("](", link.column());
    int begin = line.lastIndexOf('[', middle);
    int end = line.indexOf(')', link.column());
    return line.substring(0, begin) + line.substring(begin + 1, middle) + line.substring(end + 1);
  }

  /** The generator shows the backslash of {@code \|} in code in tables. */
  private static String pipes(String line) {
    return PIPE_IN_CODE
        .matcher(line)
        .replaceAll(
            code ->
                "<code>"
                    + code.group(1)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\\|", "&#124;")
                        .replace("\\", "\\\\")
                        .replace("$", "\\$")
                    + "</code>");
  }

  private static Path name(Path file, String ending) {
    String name = file.getFileName().toString();
    String base = name.equals("README.md") ? "index" : name.substring(0, name.length() - 3);
    return file.resolveSibling(base + ending);
  }
}
