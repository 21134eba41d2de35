/** Rocket.Chat, over its REST API. */
package io.tocsin.services.rocketchat;
