package io.tocsin.controller.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Prunes run through the waves backwards, or come after everything else. */
final class Waves {
  private Waves() {}

  static List<SyncTask> ofPrunes(List<SyncTask> tasks, SyncSettings settings) {
    List<SyncTask> swapped = backwards(tasks);
    int last =
        swapped.stream()
            .filter(task -> task.phase() == SyncPhase.SYNC)
            .mapToInt(SyncTask::wave)
            .max()
            .orElse(0);
    int afterAll = Math.max(last, 0) + 1;
    boolean all = settings.options().has("PruneLast=true");
    return swapped.stream()
        .map(
            task ->
                task.isPrune() && (all || task.liveHas("PruneLast=true"))
                    ? task.withWave(afterAll)
                    : task)
        .toList();
  }

  private static List<SyncTask> backwards(List<SyncTask> tasks) {
    TreeSet<Integer> waves = new TreeSet<>();
    tasks.stream().filter(SyncTask::isPrune).forEach(task -> waves.add(task.wave()));
    Map<Integer, Integer> mirrored = new HashMap<>();
    List<Integer> ascending = new ArrayList<>(waves);
    for (int i = 0; i < ascending.size(); i++) {
      mirrored.put(ascending.get(i), ascending.get(ascending.size() - 1 - i));
    }
    return tasks.stream()
        .map(task -> task.isPrune() ? task.withWave(mirrored.get(task.wave())) : task)
        .toList();
  }
}
