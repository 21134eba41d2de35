/** What was measured, as JSON and as a page. */
package io.tocsin.bench.load.report;
