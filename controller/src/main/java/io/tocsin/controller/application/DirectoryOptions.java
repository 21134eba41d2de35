package io.tocsin.controller.application;

import java.util.List;

/**
 * How a directory of manifests is read.
 *
 * @param include a glob, or several in braces; empty for all
 * @param exclude a glob, or several in braces; empty for none
 */
public record DirectoryOptions(boolean recurse, String include, String exclude, Jsonnet jsonnet) {
  /**
   * How Jsonnet files are evaluated.
   *
   * @param libs folders of the repository in which imports are looked for
   */
  public record Jsonnet(List<Variable> extVars, List<Variable> tlas, List<String> libs) {
    static final Jsonnet NONE = new Jsonnet(List.of(), List.of(), List.of());

    static Jsonnet read(Fields fields) {
      return new Jsonnet(
          fields.objects("extVars", Variable::read),
          fields.objects("tlas", Variable::read),
          fields.texts("libs"));
    }
  }

  /** A string, or Jsonnet code where {@code code} says so. */
  public record Variable(String name, String value, boolean code) {
    static Variable read(Fields fields) {
      return new Variable(fields.text("name"), fields.text("value"), fields.flag("code"));
    }
  }

  static DirectoryOptions read(Fields fields) {
    return new DirectoryOptions(
        fields.flag("recurse"),
        fields.text("include"),
        fields.text("exclude"),
        fields.object("jsonnet").map(Jsonnet::read).orElse(Jsonnet.NONE));
  }
}
