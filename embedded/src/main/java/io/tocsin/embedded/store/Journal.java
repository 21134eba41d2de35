package io.tocsin.embedded.store;

/** Told of every change, in order, one at a time, before anyone else sees it. */
interface Journal {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void saved(Stored object) {}

        @Override
        public void removed(Stored tombstone) {}
      };

  void saved(Stored object);

  void removed(Stored tombstone);
}
