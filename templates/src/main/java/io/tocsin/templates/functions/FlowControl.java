package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;

/** Sprig's chapter "Flow Control Functions". */
final class FlowControl {
  private FlowControl() {}

  static Chapter chapter() {
    return new Chapter("Flow control")
        .add(
            "fail",
            STRING,
            a -> {
              throw new GoException(Args.text(a, 0));
            },
            STRING);
  }
}
