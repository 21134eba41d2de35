/** Google Chat, its incoming webhooks. */
package io.tocsin.services.googlechat;
