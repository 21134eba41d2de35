/**
 * Brings a cluster to what the sources say, step by step, and deletes what an Application leaves.
 */
package io.tocsin.controller.sync;
