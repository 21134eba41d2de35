package io.tocsin.notifier.catalog;

import java.util.Locale;

/** A language that the catalog's messages are written in. */
public enum Language {
  EN,
  ZH;

  /** As options and files name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
