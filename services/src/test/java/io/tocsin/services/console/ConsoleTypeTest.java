package io.tocsin.services.console;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleTypeTest {
  @Test
  void printsAllThatTheTemplatesSay() {
    StringBuilder out = new StringBuilder();
    var console =
        service(
            "console",
            "console",
            "",
            context -> context.withConsole(out::append).withSecrets(List.of("s3cret")));

    send(
        console,
        render("message: is s3cret\nwebhook: {a: {body: \"x\\ny\\n\"}}"),
        "console:stdout");

    assertThat(out)
        .hasToString(
            """
            message: is ***
            webhook:
              a:
                body: |
                  x
                  y
                method: ""
                path: ""
            """);
  }
}
