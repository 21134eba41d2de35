package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of {@code context} that templates print and nobody defines. */
record ContextLint(Checked checked) {
  private static final Pattern USE = Pattern.compile("[{][{][^{}]*[.]context[.](?<name>\\w+)");
  private static final String ALWAYS = "notificationType";

  /** A warning for each, where it is first used. */
  void check(List<Finding> findings) {
    Set<String> known = new TreeSet<>(checked.configuration().context().keySet());
    known.add(ALWAYS);
    Set<String> said = new TreeSet<>();
    for (String template : checked.names().templates()) {
      String key = "template." + template;
      Matcher use = USE.matcher(checked.configuration().source().data().get(key));
      while (use.find()) {
        String name = use.group("name");
        if (!known.contains(name) && said.add(name)) {
          findings.add(
              Finding.warning(
                  checked.texts().position(key, new Place("", use.start("name"))),
                  key,
                  "prints context.%s, which the key context does not define%s"
                      .formatted(name, Names.meant(name, known))));
        }
      }
    }
  }
}
