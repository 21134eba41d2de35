package io.tocsin.controller.kustomize;

/**
 * An image's name in its parts.
 *
 * @param tag empty where there is none
 * @param digest empty where there is none
 */
record ImageName(String name, String tag, String digest) {
  static ImageName parse(String text) {
    int slash = Math.max(text.indexOf('/'), 0);
    int at = text.indexOf('@', slash);
    int end = at < 0 ? text.length() : at;
    int colon = text.indexOf(':', slash);
    colon = colon > end ? -1 : colon;
    return new ImageName(
        text.substring(0, colon < 0 ? end : colon),
        colon < 0 ? "" : text.substring(colon + 1, end),
        at < 0 ? "" : text.substring(at + 1));
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
