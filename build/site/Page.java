import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file: its headings' anchors are those that GitHub makes. */
record Page(java.nio.file.Path file, List<String> lines) {
  private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~).*");
  private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6} +(.*?)(?: +#+)? *$");
  private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
  private static final Pattern LINK =
      Pattern.compile(
          "\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)"
              + "|^ {0,3}\\[[^\\]]+\\]:\\s+<?(\\S+?)>?(?:\\s|$)"
              + "|<(https?://[^>\\s]+)>"
              + "|(?:href|src)=\"([^\"]*)\"");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

  /** The anchor of each line that is a heading. */
  Map<Integer, String> anchors() {
    Map<Integer, String> anchors = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int line : prose()) {
      Matcher heading = HEADING.matcher(lines.get(line));
      if (heading.matches()) {
        String anchor = anchor(heading.group(1));
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.put(line, before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int line : prose()) {
      Matcher link = LINK.matcher(withoutCode(lines.get(line)));
      while (link.find()) {
        for (int group = 1; group <= link.groupCount(); group++) {
          if (link.group(group) != null) {
            links.add(new Link(line, link.start(group), link.group(group)));
          }
        }
      }
    }
    return links;
  }

  /** The numbers, from 0, of the lines outside of fenced code. */
  Set<Integer> prose() {
    Set<Integer> prose = new java.util.LinkedHashSet<>();
    String fence = "";
    for (int line = 0; line < lines.size(); line++) {
      Matcher matcher = FENCE.matcher(lines.get(line));
      if (matcher.matches() && (fence.isEmpty() || fence.equals(matcher.group(1)))) {
        fence = fence.isEmpty() ? matcher.group(1) : "";
      } else if (fence.isEmpty()) {
        prose.add(line);
      }
    }
    return prose;
  }

  private static String anchor(String heading) {
    String text = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
    return NOT_IN_ANCHORS.matcher(text).replaceAll("").replace(' ', '-');
  }

  private static String withoutCode(String line) {
    return CODE.matcher(line).replaceAll(code -> " ".repeat(code.group().length()));
  }
}
