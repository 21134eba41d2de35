package io.tocsin.templates.functions;

import java.util.AbstractList;

/** Go's nil slice: an empty list, but {@code null} in JSON and unequal to an empty one. */
final class NilList extends AbstractList<Object> {
  static final NilList INSTANCE = new NilList();

  private NilList() {}

  @Override
  public Object get(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return 0;
  }
}
