/** The functions that Go's text/template has without any library. */
package io.tocsin.templates.builtins;
