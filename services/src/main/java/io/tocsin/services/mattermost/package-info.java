/** Mattermost, over its REST API. */
package io.tocsin.services.mattermost;
