package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Texts made by chance. */
final class Randoms {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PRINTABLE =
      IntStream.range(' ', 127)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  private final RandomGenerator random;

  private Randoms(RandomGenerator random) {
    this.random = random;
  }

  static Chapter chapter(RandomGenerator random) {
    Randoms randoms = new Randoms(random);
    return new Chapter("Random strings and UUIDs")
        .add("randAlphaNum", STRING, a -> randoms.text(a, LETTERS + DIGITS), INT)
        .add("randAlpha", STRING, a -> randoms.text(a, LETTERS), INT)
        .add("randNumeric", STRING, a -> randoms.text(a, DIGITS), INT)
        .add("randAscii", STRING, a -> randoms.text(a, PRINTABLE), INT)
        .add("randBytes", STRING, a -> randoms.bytes(Args.integer(a, 0)), INT)
        .add("shuffle", STRING, a -> randoms.shuffled(Args.text(a, 0)), STRING)
        .add("uuidv4", STRING, none -> UUID.randomUUID().toString());
  }

  private String text(Object[] arguments, String alphabet) {
    long count = Args.integer(arguments, 0);
    Limits.text(count);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  private String bytes(long count) {
    if (count < 0) {
      throw new GoException("runtime error: makeslice: len out of range");
    }
    Limits.text(count);
    byte[] bytes = new byte[(int) count];
    random.nextBytes(bytes);
    return Encodings.base64(bytes);
  }

  private String shuffled(String text) {
    int[] runes = Runes.of(text);
    for (int i = runes.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int rune = runes[i];
      runes[i] = runes[other];
      runes[other] = rune;
    }
    return Runes.text(runes);
  }
}
