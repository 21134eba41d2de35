package io.tocsin.services.spi;

/** What a type of service can do. */
public enum Feature {
  RICH("rich messages"),
  MENTIONS("mentions"),
  THREADS("threads"),
  UPDATES("updates in place"),
  SIGNING("signed requests"),
  SEVERAL("several recipients by name"),
  RATE("own rate limit"),
  SUCCESS("failure in a 200 answer is seen");

  private final String title;

  Feature(String title) {
    this.title = title;
  }

  /** The heading of its column. */
  public String title() {
    return title;
  }
}
