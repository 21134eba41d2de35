package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoObject;
import java.util.List;
import java.util.Map;

/** What {@code in} asks. */
final class Membership {
  private Membership() {}

  /**
   * @throws Failure when nothing can be in that container
   */
  static boolean in(Object value, Object container) {
    return switch (container) {
      case null -> false;
      case Literals set -> set.contains(value);
      case Map<?, ?> map -> Members.contains(map, value);
      case GoObject object when object.underlying().isEmpty() ->
          object.field(Values.text(value)).isPresent();
      default -> anyEqual(value, container);
    };
  }

  private static boolean anyEqual(Object value, Object container) {
    List<?> list = Lists.orNull(container);
    if (list == null) {
      throw new Failure("operator \"in\" not defined on " + Values.typeName(container));
    }
    for (Object element : list) {
      if (Equality.equal(element, value)) {
        return true;
      }
    }
    return false;
  }
}
