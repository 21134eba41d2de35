package io.tocsin.notifier.translate.kubewatch;

/**
 * What kubewatch takes from elsewhere than its configuration.
 *
 * @param advancedFilters the environment's {@code ADVANCED_FILTERS}: which changes of pods, jobs
 *     and events are told
 * @param oldTexts messages as the versions until 2021 worded them
 */
public record Options(boolean advancedFilters, boolean oldTexts) {
  /** Neither. */
  public static final Options NONE = new Options(false, false);
}
