package io.tocsin.controller.compare;

import java.util.Map;

/**
 * What a target would change.
 *
 * @param live the live object without what does not count; null where there is none
 * @param predicted what it would be; null for one that is to be pruned
 */
public record Difference(
    boolean modified, Map<String, Object> live, Map<String, Object> predicted) {}
