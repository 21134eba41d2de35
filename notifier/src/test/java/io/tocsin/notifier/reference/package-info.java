/** The reference pages of the documentation, compared with the code. */
package io.tocsin.notifier.reference;
