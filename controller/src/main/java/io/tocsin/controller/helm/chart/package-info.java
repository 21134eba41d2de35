/** Charts: how they are packed, what they hold, which other charts they depend on. */
package io.tocsin.controller.helm.chart;
