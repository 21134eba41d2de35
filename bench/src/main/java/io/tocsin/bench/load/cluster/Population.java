package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.ledger.Message;
import io.tocsin.bench.load.scenario.RunPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** The objects of a run. */
public final class Population {
  private static final int CREATORS = 16;

  private final Api api;
  private final Form form;
  private final RunPlan plan;
  private final Audience audience;

  /** For a namespace that exists. */
  public Population(Api api, Form form, RunPlan plan, Audience audience) {
    this.api = api;
    this.form = form;
    this.plan = plan;
    this.audience = audience;
  }

  /** What they are. */
  public Form form() {
    return form;
  }

  private String made(int index) {
    return form.make(index, audience.labels(index), audience.annotations(index));
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
        i -> {
          Served kind = form.kind(i);
          api.send("POST", kind.resource(), kind.path(), Api.JSON, made(i));
        });
  }

  /**
   * Turns them, and expects the messages about it.
   *
   * @param first the number of the first turn; the same number turns the same object into the same
   *     state
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
          String revision = Revisions.of(form.name(index), "turn " + turn);
          expect(ledger, deaf, index, revision);
          patch(index, form.turn(revision, Instant.now()));
        });
  }

  private void expect(Ledger ledger, Set<String> deaf, int index, String revision) {
    long now = System.nanoTime();
    for (String receiver : audience.of(index)) {
      if (!deaf.contains(receiver)) {
        for (String trigger : audience.firing()) {
          ledger.expect(new Message(receiver, form.name(index), trigger, revision), now);
        }
      }
    }
  }

  void patch(int index, String patch) {
    Served kind = form.kind(index);
    String path = kind.path() + "/" + form.name(index);
    api.send("PATCH", kind.resource(), path, Api.MERGE_PATCH, patch);
  }

  /** A change of the status and one of an annotation, neither of which is worth telling. */
  void patchTwice(int task, int turns) {
    int index = task % turns % plan.applications();
    String revision = Revisions.of(form.name(index), "alone " + task);
    if (task < turns) {
      patch(index, form.noTurn(revision, Instant.now()));
    } else {
      patch(
          index,
          "{\"metadata\":{\"annotations\":{\"load.tocsin.io/alone\":\"{\\\"%s:fires-0\\\":1}\"}}}"
              .formatted(revision));
    }
  }
}
