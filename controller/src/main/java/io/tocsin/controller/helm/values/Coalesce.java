package io.tocsin.controller.helm.values;

import static io.tocsin.controller.helm.values.Tables.isTable;
import static io.tocsin.controller.helm.values.Tables.table;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.HelmException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts given values over those of a chart and of the charts in it, which all get the globals.
 * Rules: Helm 4.
 */
public final class Coalesce {
  private static final String GLOBAL = "global";

  private final boolean keepsNulls;

  private Coalesce(boolean keepsNulls) {
    this.keepsNulls = keepsNulls;
  }

  /**
   * The values to render with: a null takes away what a chart has by default.
   *
   * @throws HelmException when something stands in a place where the values of a subchart belong
   */
  public static Map<String, Object> values(Chart chart, Map<String, Object> given) {
    return new Coalesce(false).all(chart, Tables.copy(given));
  }

  /** The same, but nulls stay, for what is coalesced once more later. */
  static Map<String, Object> merged(Chart chart, Map<String, Object> given) {
    return new Coalesce(true).all(chart, Tables.copy(given));
  }

  /** Fills one tree from another, what is there staying. */
  static Map<String, Object> tables(Map<String, Object> target, Map<String, Object> source) {
    new Coalesce(true).into(target, source, true);
    return target;
  }

  private Map<String, Object> all(Chart chart, Map<String, Object> target) {
    own(chart, target);
    for (Chart inner : chart.charts()) {
      Object values = target.computeIfAbsent(inner.name(), _ -> new LinkedHashMap<>());
      if (!isTable(values)) {
        throw new HelmException(
            "chart %s: the value %s must be a mapping, as there is a subchart of that name"
                .formatted(chart.name(), inner.name()));
      }
      globals(table(values), target);
      all(inner, table(values));
    }
    return target;
  }

  private void globals(Map<String, Object> target, Map<String, Object> source) {
    Object old = target.getOrDefault(GLOBAL, new LinkedHashMap<>());
    Object given = source.getOrDefault(GLOBAL, Map.of());
    if (!isTable(old) || !isTable(given)) {
      return;
    }
    Map<String, Object> globals = table(old);
    table(given).forEach((key, value) -> global(globals, key, value));
    target.put(GLOBAL, globals);
  }

  /** Those of the parent count. */
  private void global(Map<String, Object> globals, String key, Object value) {
    Object old = globals.get(key);
    if (!isTable(value)) {
      if (!isTable(old)) {
        globals.put(key, value);
      }
      return;
    }
    if (!globals.containsKey(key) || isTable(old)) {
      Map<String, Object> copy = Tables.copy(table(value));
      if (isTable(old)) {
        into(copy, table(old), true);
      }
      globals.put(key, copy);
    }
  }

  private void own(Chart chart, Map<String, Object> target) {
    Map<String, Object> defaults = Tables.copy(chart.values());
    defaults.forEach(
        (key, value) -> {
          if (target.containsKey(key)) {
            override(chart, target, key, value);
          } else if (keepsNulls || value != null) {
            if (!keepsNulls && isTable(value)) {
              Tables.dropNulls(table(value));
            }
            target.put(key, value);
          }
        });
  }

  private void override(Chart chart, Map<String, Object> target, String key, Object value) {
    Object given = target.get(key);
    if (given == null) {
      if (!keepsNulls) {
        target.remove(key);
      }
    } else if (isTable(given) && isTable(value)) {
      boolean nulls =
          keepsNulls || chart.charts().stream().anyMatch(inner -> inner.name().equals(key));
      if (!nulls) {
        Tables.dropNulls(table(value));
      }
      into(table(given), table(value), nulls);
    }
  }

  private void into(Map<String, Object> target, Map<String, Object> source, boolean nulls) {
    Set<String> present = new HashSet<>();
    source.forEach(
        (key, value) -> {
          if (value != null) {
            present.add(key);
          }
        });
    Map<String, Object> all = new LinkedHashMap<>(source);
    target.forEach(
        (key, value) -> {
          if (value == null) {
            all.put(key, null);
          }
        });
    all.forEach(
        (key, value) -> {
          boolean known = target.containsKey(key);
          Object old = target.get(key);
          if (known && !nulls && old == null && present.contains(key)) {
            target.remove(key);
          } else if (!known) {
            target.put(key, value);
          } else if (isTable(value) && isTable(old)) {
            into(table(old), table(value), nulls);
          }
        });
  }
}
