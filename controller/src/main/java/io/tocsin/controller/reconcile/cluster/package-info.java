/** The clusters that Applications go to, and what lives there. */
package io.tocsin.controller.reconcile.cluster;
