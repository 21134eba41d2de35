/** What was told already: the annotation of an object, joined with what this process knows. */
package io.tocsin.notifier.state;
