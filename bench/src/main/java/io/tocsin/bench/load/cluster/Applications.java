package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.ledger.Message;
import io.tocsin.bench.load.scenario.RunPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** The Applications of a run, in a namespace of its own. */
public final class Applications {
  static final String RESOURCE = "applications";
  private static final int CREATORS = 16;

  private final Api api;
  private final String namespace;
  private final ApplicationPattern pattern;
  private final RunPlan plan;
  private final Audience audience;

  /** For a namespace that exists. */
  public Applications(
      Api api, String namespace, ApplicationPattern pattern, RunPlan plan, Audience audience) {
    this.api = api;
    this.namespace = namespace;
    this.pattern = pattern;
    this.plan = plan;
    this.audience = audience;
  }

  static String path(String namespace) {
    return "/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/" + RESOURCE;
  }

  private static String name(int index) {
    return "app-%05d".formatted(index);
  }

  private String path(int index) {
    return path(namespace) + "/" + name(index);
  }

  private String made(int index) {
    return pattern.make(
        namespace, name(index), audience.labels(index), audience.annotations(index));
  }

  /** The size of one, in bytes of JSON. */
  public int bytes() {
    return made(0).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Creates all of them, none of which has turned. */
  public void create() throws InterruptedException {
    Parallel.run(
        plan.applications(),
        CREATORS,
        i -> api.send("POST", RESOURCE, path(namespace), Api.JSON, made(i)));
  }

  /**
   * Turns them, and expects the messages about it.
   *
   * @param first the number of the first turn; the same number turns the same application into the
   *     same state
   * @param count how many turns
   * @param deaf receivers from which nothing is expected
   */
  public void turn(Ledger ledger, Set<String> deaf, int first, int count)
      throws InterruptedException {
    Parallel.run(
        count,
        plan.flips().parallel(),
        plan.flips().perSecond(),
        number -> {
          int turn = first + number;
          int index = turn % plan.applications();
          String revision = Revisions.of(name(index), "turn " + turn);
          expect(ledger, deaf, index, revision);
          patch(index, ApplicationPattern.turn(revision, Instant.now()));
        });
  }

  private void expect(Ledger ledger, Set<String> deaf, int index, String revision) {
    long now = System.nanoTime();
    for (String receiver : audience.of(index)) {
      if (!deaf.contains(receiver)) {
        for (String trigger : audience.firing()) {
          ledger.expect(new Message(receiver, name(index), trigger, revision), now);
        }
      }
    }
  }

  void patch(int index, String patch) {
    api.send("PATCH", RESOURCE, path(index), Api.MERGE_PATCH, patch);
  }

  /** A change of the status and one of an annotation, neither of which is worth telling. */
  void patchTwice(int task, int turns) {
    int index = task % turns % plan.applications();
    String revision = Revisions.of(name(index), "alone " + task);
    if (task < turns) {
      patch(index, ApplicationPattern.noTurn(revision, Instant.now()));
    } else {
      patch(
          index,
          "{\"metadata\":{\"annotations\":{\"load.tocsin.io/alone\":\"{\\\"%s:fires-0\\\":1}\"}}}"
              .formatted(revision));
    }
  }
}
