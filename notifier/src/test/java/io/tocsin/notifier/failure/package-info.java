/** What becomes of messages when something breaks: the real program against a real API server. */
package io.tocsin.notifier.failure;
