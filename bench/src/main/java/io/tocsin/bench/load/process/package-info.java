/** The controller under test, as a process. */
package io.tocsin.bench.load.process;
