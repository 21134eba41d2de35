/**
 * The values of charts: how those of many origins become one tree, and whether a schema takes it.
 */
package io.tocsin.controller.helm.values;
