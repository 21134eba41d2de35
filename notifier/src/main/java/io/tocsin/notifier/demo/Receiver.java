package io.tocsin.notifier.demo;

import java.util.Map;

/** Somebody who is told, played on loopback: shows each message as people would read it. */
interface Receiver extends AutoCloseable {
  /** What it plays, and where. */
  String title();

  /** Its address, with what else people must know of it. */
  String address();

  /** What stands in the examples' files, and what stands in its place here. */
  Map<String, String> addresses();

  @Override
  void close();
}
