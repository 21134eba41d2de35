package io.tocsin.triggers.run;

/** {@code any}, {@code all} and {@code none}: one element decides. */
final class Decision extends Loop {
  private final boolean decisive;
  private boolean result;

  /**
   * @param decisive the predicate's value that decides
   * @param decided what the result is then; the contrary where nothing decided
   */
  Decision(Run run, Object collection, boolean decisive, boolean decided) {
    super(run, collection);
    this.decisive = decisive;
    this.result = !decided;
  }

  @Override
  void accept(Object value) {
    if (Values.truth(value) == decisive) {
      result = !result;
      stop();
    }
  }

  @Override
  Object result() {
    return result;
  }
}
