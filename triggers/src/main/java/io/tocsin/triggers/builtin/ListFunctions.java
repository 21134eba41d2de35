package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.triggers.run.Equality;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.GoSort;
import io.tocsin.triggers.run.Lists;
import io.tocsin.triggers.run.Members;
import io.tocsin.triggers.run.Run;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Sites;
import io.tocsin.triggers.run.Typed;
import io.tocsin.triggers.run.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Lists of lists. */
final class ListFunctions {
  private static final int MAX_DEPTH = 500;

  private ListFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("first", (run, arguments) -> end(arguments[0], 0));
    all.put("last", (run, arguments) -> end(arguments[0], -1));
    all.put("take", ListFunctions::take);
    all.put("reverse", ListFunctions::reverse);
    all.put("uniq", ListFunctions::uniq);
    all.put("concat", ListFunctions::concat);
    all.put("flatten", ListFunctions::flatten);
    all.put("sort", ListFunctions::sort);
  }

  private static Object end(Object value, int index) {
    try {
      return Members.get(value, GoInt.of(index));
    } catch (Failure e) {
      return null;
    }
  }

  private static Object take(Run run, Object[] arguments) {
    Lists.of(arguments[0], "take from");
    Object count = GoTypes.bare(arguments[1]);
    if (!Values.isInteger(count) || Values.toLong(count) < 0) {
      throw new Failure("cannot take %s elements".formatted(Values.typeName(arguments[1])));
    }
    return Sites.slice(run, new Object[] {arguments[0], count, null});
  }

  private static Object reverse(Run run, Object[] arguments) {
    List<Object> reversed = new ArrayList<>(Lists.of(arguments[0], "reverse"));
    run.budget().grow(reversed.size());
    Collections.reverse(reversed);
    return Collections.unmodifiableList(reversed);
  }

  private static Object uniq(Run run, Object[] arguments) {
    List<Object> unique = new ArrayList<>();
    for (Object element : Lists.of(arguments[0], "uniq")) {
      if (!contains(run, unique, element)) {
        unique.add(element);
      }
    }
    return Collections.unmodifiableList(unique);
  }

  private static boolean contains(Run run, List<Object> list, Object wanted) {
    for (Object element : list) {
      run.budget().step();
      if (Equality.equal(wanted, element)) {
        return true;
      }
    }
    return false;
  }

  private static Object concat(Run run, Object[] arguments) {
    List<Object> all = new ArrayList<>();
    for (Object argument : arguments) {
      List<?> list = Lists.of(argument, "concat");
      run.budget().grow(list.size());
      all.addAll(list);
    }
    return all.isEmpty() ? Typed.NIL_LIST : Collections.unmodifiableList(all);
  }

  private static Object flatten(Run run, Object[] arguments) {
    List<Object> flat = new ArrayList<>();
    flatten(run, Lists.of(arguments[0], "flatten"), flat, 0);
    return Collections.unmodifiableList(flat);
  }

  private static void flatten(Run run, List<?> list, List<Object> flat, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Failure("recursion depth exceeded");
    }
    for (Object element : list) {
      List<?> nested = Lists.orNull(element);
      if (nested != null) {
        run.budget().step();
        flatten(run, nested, flat, depth + 1);
      } else {
        run.budget().grow(1);
        flat.add(element);
      }
    }
  }

  private static Object sort(Run run, Object[] arguments) {
    boolean descending = arguments.length > 1 && GoSort.isDescending(arguments[1]);
    List<?> list = Lists.orNull(arguments[0]);
    boolean other = arguments[0] instanceof Typed && !Values.isNil(arguments[0]);
    if (list == null || other || arguments[0] instanceof byte[]) {
      return Typed.NIL_LIST;
    }
    run.budget().grow(list.size());
    List<GoSort.Entry> entries = new ArrayList<>(list.size());
    list.forEach(element -> entries.add(new GoSort.Entry(element, element)));
    return GoSort.sorted(entries, descending);
  }
}
