package io.tocsin.bench.load.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the objects of a run are: Applications, or of kinds that only the harness knows. */
public interface Form {
  /** The kinds, which the objects are of in turn. */
  List<Served> kinds();

  /** The kind of one. */
  default Served kind(int index) {
    return kinds().get(index % kinds().size());
  }

  /** The name of one; no two of a run have the same. */
  String name(int index);

  /** One that has not turned yet, as JSON. */
  String make(int index, Map<String, String> labels, Map<String, String> annotations);

  /** The merge patch that turns one. */
  String turn(String revision, Instant now);

  /** A patch of the same size after which nothing is worth telling. */
  String noTurn(String revision, Instant now);

  /** How a configuration speaks of them. */
  Telling telling();
}
