/** What emitted scripts run on: Go's operators and values, and nothing of Java. */
package io.tocsin.triggers.run;
