package io.tocsin.notifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a page that a test writes. */
record Generated(Path page, String name) {
  static Generated of(String page, String name) {
    return new Generated(Path.of("..", "docs", page), name);
  }

  /** Fails where the part is another than this; with {@code -Ddocs=write} it becomes this. */
  void is(String text) throws IOException {
    String before = Files.readString(page);
    String begin = "<!-- generated: " + name + " -->";
    assertThat(before).contains(begin);
    String current =
        Pattern.compile("(?s)(" + begin + "\n).*?(<!-- end -->)")
            .matcher(before)
            .replaceFirst("$1" + Matcher.quoteReplacement("\n" + text.strip() + "\n\n") + "$2");
    if ("write".equals(System.getProperty("docs"))) {
      Files.writeString(page, current);
      return;
    }
    assertThat(before)
        .as(
            "%s is not what the code says; `mvn -pl notifier -am test -Dtest='io.tocsin.notifier.reference.*'"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write` writes it anew",
            page)
        .isEqualTo(current);
  }
}
