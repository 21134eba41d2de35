/**
 * What every controller stands on: informers, keyed queues, objects as maps. Names the kinds, knows
 * none.
 */
package io.tocsin.controller.runtime;
