package io.tocsin.bench.load.receiver;

import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All receivers of a run, named {@code r00}, {@code r01} and so on. */
public final class Receivers implements AutoCloseable {
  private final List<Receiver> all;

  private Receivers(List<Receiver> all) {
    this.all = List.copyOf(all);
  }

  /** Starts a receiver for each behaviour. */
  public static Receivers start(List<ReceiverGroup> behaviours, Ledger ledger) throws IOException {
    List<Receiver> started = new ArrayList<>();
    for (ReceiverGroup behaviour : behaviours) {
      started.add(new Receiver("r%02d".formatted(started.size()), behaviour, ledger));
    }
    return new Receivers(started);
  }

  /**
   * Makes the JDK's server keep idle connections and answer at once, which it decides when its
   * classes are loaded; to be called before anything listens.
   */
  public static void prepare() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
  }

  public List<Receiver> all() {
    return all;
  }

  @Override
  public void close() {
    all.forEach(Receiver::close);
  }
}
