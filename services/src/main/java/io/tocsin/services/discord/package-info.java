/** Discord, its webhooks. */
package io.tocsin.services.discord;
