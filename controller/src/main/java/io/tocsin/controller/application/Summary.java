package io.tocsin.controller.application;

import java.util.List;
import java.util.Map;

/** What an Application consists of, in short. */
public record Summary(List<String> externalUrls, List<String> images) {
  public static final Summary NONE = new Summary(List.of(), List.of());

  static Summary read(Fields fields) {
    return new Summary(fields.texts("externalURLs"), fields.texts("images"));
  }

  Map<String, Object> written() {
    return new Written().texts("externalURLs", externalUrls).texts("images", images).done();
  }
}
