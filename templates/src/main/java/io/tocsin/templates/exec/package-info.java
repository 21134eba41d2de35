/** Parsed templates compiled to small nodes that render without reflection. */
package io.tocsin.templates.exec;
