/**
 * Keeps Applications true: refreshes, compares, syncs and deletes them, and writes their status.
 */
package io.tocsin.controller.reconcile;
