/** Where values of YAML stand in the files they come from, also those of YAML inside YAML. */
package io.tocsin.notifier.lint.source;
