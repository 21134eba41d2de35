/** Any HTTP request to anyone. */
package io.tocsin.services.webhook;
