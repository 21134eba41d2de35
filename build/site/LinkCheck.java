import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds links that lead nowhere. */
record LinkCheck(Pages pages) {
  /** A line for each: {@code docs/x.md:12: …}. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (Page page : pages.all().values()) {
      for (Link link : page.links()) {
        String fault = link.external() ? link.fault() : fault(page, link);
        if (!fault.isEmpty()) {
          broken.add(
              "%s:%d: the link to %s is broken: %s"
                  .formatted(page.file(), link.line() + 1, link.target(), fault));
        }
      }
    }
    Set<Path> lost = new TreeSet<>(pages.all().keySet());
    found(Path.of("README.md"), lost);
    lost.forEach(
        page ->
            broken.add(
                page + ":1: nobody finds this page: no page that README.md leads to links it"));
    return broken;
  }

  private String fault(Page page, Link link) {
    Path target = pages.resolve(page.file(), link);
    if (target.isAbsolute() || target.startsWith("..")) {
      return "it leaves the repository";
    }
    if (!Files.exists(pages.root().resolve(target))) {
      return "there is no " + target;
    }
    Page to = pages.page(target);
    if (link.fragment().isEmpty()) {
      return "";
    }
    if (to == null) {
      return target + " has no anchors";
    }
    return to.anchors().containsValue(link.fragment())
        ? ""
        : "%s has no heading %s".formatted(to.file(), link.fragment());
  }

  /** Takes a page and all that it leads to from those that are lost. */
  private void found(Path name, Set<Path> lost) {
    if (lost.remove(name)) {
      Page page = pages.all().get(name);
      for (Link link : page.links()) {
        Page to = link.external() ? null : pages.page(pages.resolve(name, link));
        if (to != null) {
          found(to.file(), lost);
        }
      }
    }
  }
}
