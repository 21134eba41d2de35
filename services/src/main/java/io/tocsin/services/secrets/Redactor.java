package io.tocsin.services.secrets;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces secrets by {@code ***}: every value it was given, in each form that it takes on its way
 * (percent-encoded, escaped in JSON, in base64), and whatever stands where tokens are known to
 * stand. Immutable and thread-safe.
 *
 * <p>A value of fewer than {@value #SHORTEST} characters is left alone by value: it would black out
 * half of every text.
 */
public final class Redactor {
  /** What stands in a secret's place. */
  public static final String MASK = "***";

  private static final int SHORTEST = 3;
  private static final Redactor NONE = new Redactor(Set.of());

  private final Set<String> secrets;
  private final List<String> forms;

  private Redactor(Set<String> secrets) {
    this.secrets = Set.copyOf(secrets);
    this.forms =
        secrets.stream()
            .flatMap(secret -> SecretForms.of(secret).stream())
            .filter(form -> form.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Knows no secret, only the places. */
  public static Redactor none() {
    return NONE;
  }

  /** Knows these values; empty and null ones are ignored. */
  public static Redactor of(Collection<String> secrets) {
    return NONE.with(secrets);
  }

  /** Knows some more values, such as those derived from a secret. */
  public Redactor with(Collection<String> more) {
    Set<String> all = new HashSet<>(secrets);
    more.stream().filter(Objects::nonNull).filter(value -> !value.isBlank()).forEach(all::add);
    return new Redactor(all);
  }

  /** The text without secrets. */
  public String redact(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, MASK);
    }
    return TokenPlaces.mask(clean);
  }

  /** Says how many secrets it knows, never which. */
  @Override
  public String toString() {
    return "Redactor of " + secrets.size();
  }
}
