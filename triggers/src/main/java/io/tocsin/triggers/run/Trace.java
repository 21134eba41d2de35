package io.tocsin.triggers.run;

import java.util.ArrayList;
import java.util.List;

/** The values that the nodes of a traced script had, by the number of the node. */
public final class Trace {
  /** Of a node in a loop, the first values are kept. */
  public static final int MAX_VALUES = 10;

  private final List<Object>[] values;
  private final int[] counts;

  /**
   * @param nodes how many nodes are traced
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Trace(int nodes) {
    this.values = new List[nodes];
    this.counts = new int[nodes];
  }

  /** A call that notes its argument as the node's value, and returns it. */
  public static Site.Body site(int node) {
    return (run, arguments) -> {
      run.trace().note(node, arguments[0]);
      return arguments[0];
    };
  }

  private void note(int node, Object value) {
    if (Path.isCut(value)) {
      return;
    }
    if (values[node] == null) {
      values[node] = new ArrayList<>();
    }
    if (++counts[node] <= MAX_VALUES) {
      values[node].add(value);
    }
  }

  /** The first values, none where the node was not evaluated. */
  public List<Object> values(int node) {
    return values[node] == null ? List.of() : values[node];
  }

  /** How often the node was evaluated. */
  public int count(int node) {
    return counts[node];
  }
}
