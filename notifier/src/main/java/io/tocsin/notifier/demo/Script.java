package io.tocsin.notifier.demo;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What happens in an example in which Applications are as Argo CD would write them.
 *
 * @param files applied in this order, by their paths below {@code examples}
 * @param receivers start the stand-ins for those who are told
 * @param tenants namespaces that have configurations of their own
 * @param refused tenants whose messages are refused on purpose
 * @param left Applications of which the end shows what is recorded on them
 */
record Script(
    List<String> files,
    List<Function<Story.Settings, Receiver>> receivers,
    List<String> tenants,
    Set<String> refused,
    List<Scene> scenes,
    List<String> left) {
  /** Of one namespace. */
  Script(
      List<String> files, List<Function<Story.Settings, Receiver>> receivers, List<Scene> scenes) {
    this(files, receivers, List.of(), Set.of(), scenes, List.of());
  }
}
