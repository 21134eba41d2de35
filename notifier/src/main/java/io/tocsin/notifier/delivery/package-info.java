/** Sends what is to be told: in order per object, side by side otherwise, again when it failed. */
package io.tocsin.notifier.delivery;
