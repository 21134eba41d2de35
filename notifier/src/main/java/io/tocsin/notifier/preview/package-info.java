/** Shows what a template would look like at each receiver, in a terminal or as a page. */
package io.tocsin.notifier.preview;
