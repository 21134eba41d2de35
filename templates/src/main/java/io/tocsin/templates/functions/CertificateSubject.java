package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * For whom a certificate is.
 *
 * @param days how long it is valid; negative for one that was valid
 */
record CertificateSubject(String commonName, List<GeneralName> names, long days) {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /** The common name, the addresses, the DNS names and the days that a function was given. */
  static CertificateSubject of(Object[] arguments) {
    List<GeneralName> addresses = new ArrayList<>();
    for (Object address : (List<?>) arguments[1]) {
      addresses.add(new GeneralName(GeneralName.iPAddress, address(address)));
    }
    List<GeneralName> names = new ArrayList<>();
    for (Object name : (List<?>) arguments[2]) {
      if (!(name instanceof String text)) {
        throw new GoException(
            "error processing alternate dns name: %s is not a string"
                .formatted(GoFormat.sprint(name)));
      }
      names.add(new GeneralName(GeneralName.dNSName, text));
    }
    names.addAll(addresses);
    return new CertificateSubject(Args.text(arguments, 0), names, Args.integer(arguments, 3));
  }

  private static String address(Object value) {
    if (!(value instanceof String text)) {
      throw new GoException(
          "error parsing ip: %s is not a string".formatted(GoFormat.sprint(value)));
    }
    if (!IPV4.matcher(text).matches() && !isIpv6(text)) {
      throw new GoException("error parsing ip: " + text);
    }
    return text;
  }

  private static boolean isIpv6(String text) {
    try {
      return !text.contains("%")
          && !text.startsWith("[")
          && Inet6Address.ofLiteral(text).getAddress().length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
