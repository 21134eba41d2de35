/** From the text of a Go template to an immutable tree. Rules: Go's text/template/parse. */
package io.tocsin.templates.parse;
