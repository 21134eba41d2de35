/** What becomes of the configurations of other notifiers here. */
package io.tocsin.notifier.translate;
