import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds links of a finished site that lead nowhere. */
final class HtmlCheck {
  private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"([^\"]*)\"");

  private HtmlCheck() {}

  static List<String> broken(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(folder)) {
      files = below.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    List<String> broken = new ArrayList<>();
    if (files.isEmpty()) {
      broken.add(folder + ": there is no page");
    }
    for (Path file : files) {
      Matcher link = LINK.matcher(Files.readString(file));
      while (link.find()) {
        Link to = new Link(0, 0, link.group(1).replace("&amp;", "&"));
        if (!to.external() && !to.target().startsWith("//") && !leads(file, to)) {
          broken.add("%s: the link to %s is broken".formatted(file, to.target()));
        }
      }
    }
    return broken;
  }

  private static boolean leads(Path file, Link link) throws IOException {
    Path target = link.path().isEmpty() ? file : file.resolveSibling(link.path()).normalize();
    if (link.fragment().isEmpty() || link.fragment().equals("top")) {
      return Files.isRegularFile(target);
    }
    return Files.isRegularFile(target)
        && Files.readString(target).contains("id=\"" + link.fragment() + "\"");
  }
}
