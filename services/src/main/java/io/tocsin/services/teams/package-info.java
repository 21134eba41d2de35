/** Microsoft Teams: incoming webhooks, and the workflows that followed them. */
package io.tocsin.services.teams;
