package io.tocsin.notifier.cli;

/** What runs beside the notifications controller in its process. */
interface Companion extends AutoCloseable {
  /** Nothing. */
  Companion NONE =
      new Companion() {
        @Override
        public String unready() {
          return "";
        }

        @Override
        public void close() {}
      };

  /** What keeps it from being ready; empty when nothing does. */
  String unready();

  @Override
  void close();
}
