package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.triggers.run.Failure;
import java.math.BigDecimal;

/** How Go writes a float64 in JSON. */
final class JsonNumbers {
  private JsonNumbers() {}

  static void append(StringBuilder out, double number) {
    if (!Double.isFinite(number)) {
      throw new Failure("json: unsupported value: " + GoFormat.sprint(number));
    }
    double size = Math.abs(number);
    if (size != 0 && (size < 1e-6 || size >= 1e21)) {
      out.append(GoFormat.sprint(number).replace("e-0", "e-"));
    } else if (number == 0) {
      out.append(1 / number < 0 ? "-0" : "0");
    } else {
      out.append(new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString());
    }
  }
}
