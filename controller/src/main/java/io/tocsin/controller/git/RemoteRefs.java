package io.tocsin.controller.git;

import io.tocsin.templates.functions.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * Which branches and tags a repository has.
 *
 * @param commits by full name, {@code HEAD} among them; a tag's is the commit that it names
 * @param asked when it was so
 */
record RemoteRefs(Map<String, String> commits, Instant asked) {
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-fA-F]{7,40}");

  static RemoteRefs of(Iterable<Ref> refs, Instant asked) {
    Map<String, String> commits = new TreeMap<>();
    for (Ref ref : refs) {
      ObjectId id = ref.getPeeledObjectId() != null ? ref.getPeeledObjectId() : ref.getObjectId();
      if (id == null) {
        continue;
      }
      boolean peeled = ref.getName().endsWith("^{}");
      String name = peeled ? ref.getName().substring(0, ref.getName().length() - 3) : ref.getName();
      if (peeled) {
        commits.put(name, id.name());
      } else {
        commits.putIfAbsent(name, id.name());
      }
    }
    return new RemoteRefs(commits, asked);
  }

  static boolean isCommit(String revision) {
    return COMMIT.matcher(revision).matches();
  }

  static boolean isAbbreviated(String revision) {
    return ABBREVIATED.matcher(revision).matches();
  }

  /**
   * The commit of a branch, a tag, a full name of a ref, or the greatest tag of a range of
   * versions. A tag comes before a branch of the same name for a version, else the branch.
   */
  Optional<String> find(String revision) {
    String wanted = revision.isEmpty() ? "HEAD" : revision;
    Optional<String> exact = named(wanted);
    return exact.isPresent() || Versions.isVersion(wanted) ? exact : greatest(wanted);
  }

  private Optional<String> greatest(String range) {
    try {
      return Versions.greatest(range, tags()).map(tag -> commits.get(TAGS + tag));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The tags that name the commit. */
  List<String> tagsOf(String commit) {
    return tags().stream().filter(tag -> commits.get(TAGS + tag).equals(commit)).toList();
  }

  List<String> tags() {
    List<String> tags = new ArrayList<>();
    for (String name : commits.keySet()) {
      if (name.startsWith(TAGS)) {
        tags.add(name.substring(TAGS.length()));
      }
    }
    return tags;
  }

  /** A name by which the commit can be asked for, if it has one. */
  Optional<String> nameOf(String commit) {
    return commits.entrySet().stream()
        .filter(entry -> entry.getValue().equals(commit) && !entry.getKey().equals("HEAD"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<String> named(String wanted) {
    for (String name : List.of(wanted, HEADS + wanted, TAGS + wanted, "refs/" + wanted)) {
      String commit = commits.get(name);
      if (commit != null) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }
}
