package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The order that a patch wants for elements it knows; those it does not know keep their places.
 *
 * @param key the field that tells elements apart; empty for scalars
 * @param wanted the elements or scalars in order
 */
record ElementOrder(String key, List<Object> wanted) {
  List<Object> apply(List<Object> elements) {
    List<String> order = wanted.stream().map(this::identity).toList();
    Iterator<Object> ordered =
        order.stream()
            .<Object>mapMulti(
                (identity, sink) ->
                    elements.stream()
                        .filter(element -> identity(element).equals(identity))
                        .forEach(sink))
            .toList()
            .iterator();
    List<Object> result = new ArrayList<>(elements.size());
    for (Object element : elements) {
      result.add(order.contains(identity(element)) ? ordered.next() : element);
    }
    return result;
  }

  private String identity(Object element) {
    return key.isEmpty() ? String.valueOf(element) : Tree.text(Tree.asMap(element), key);
  }
}
