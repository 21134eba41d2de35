package io.tocsin.templates.exec;

import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.parse.Positioned;
import io.tocsin.templates.parse.Source;

/**
 * Where something stands, for messages.
 *
 * @param template the name of the template it is in
 */
record Site(Source source, String template, Positioned node) {
  TemplateException fail(String message) {
    return new TemplateException(
        Phase.EXECUTE,
        GoFormat.printf(
            "template: %s: executing %q at <%s>: %s",
            source.location(node.position()), template, node.toString(), message),
        node.position(),
        "at <" + node + ">: " + message,
        null);
  }
}
