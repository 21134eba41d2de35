package io.tocsin.controller.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes clones from disk.
 *
 * @param clones of this run, by what they are known by
 */
record Cleaning(Path folder, Map<String, GitClone> clones) {
  int run(Instant usedBefore) throws IOException {
    int removed = 0;
    Set<Path> ours = new HashSet<>();
    for (Map.Entry<String, GitClone> entry : List.copyOf(clones.entrySet())) {
      GitClone clone = entry.getValue();
      if (clone.used().isBefore(usedBefore) && clones.remove(entry.getKey(), clone)) {
        clone.delete();
        removed++;
      } else {
        ours.add(clone.folder());
      }
    }
    return removed + leftovers(ours, usedBefore);
  }

  private int leftovers(Set<Path> ours, Instant usedBefore) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.git")) {
      for (Path clone : found) {
        boolean fresh = Files.getLastModifiedTime(clone).toInstant().isAfter(usedBefore);
        if (!fresh && !ours.contains(clone)) {
          Folders.delete(clone);
          removed++;
        }
      }
    }
    return removed;
  }
}
