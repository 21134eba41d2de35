package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.AbstractList;
import java.util.List;

/** Go's nil slice: an empty list, but {@code null} in JSON and unequal to an empty one. */
final class NilList extends AbstractList<Object> {
  static final NilList INSTANCE = new NilList();

  /** The nil of the type {@code []string}. */
  static final List<Object> STRINGS = GoTyped.list(GoType.STRINGS, INSTANCE);

  private NilList() {}

  @SuppressWarnings("ReferenceEquality") // an empty list of strings need not be nil
  static boolean isNil(List<?> list) {
    return list == INSTANCE || list == STRINGS;
  }

  @Override
  public Object get(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return 0;
  }
}
