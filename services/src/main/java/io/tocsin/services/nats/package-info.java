/**
 * NATS, by its text protocol: one publish needs four lines of it, where the client library brings 8
 * MB of cryptography that the JDK has.
 */
package io.tocsin.services.nats;
