/** Telegram, over its Bot API. */
package io.tocsin.services.telegram;
