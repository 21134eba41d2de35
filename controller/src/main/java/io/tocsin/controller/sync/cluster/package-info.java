/**
 * A cluster as syncs see it, on its HTTP API: kinds, applies by client and by server, deletions.
 */
package io.tocsin.controller.sync.cluster;
