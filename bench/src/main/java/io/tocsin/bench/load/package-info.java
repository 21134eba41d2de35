/** A load harness for notification controllers, which it sees from outside alone. */
package io.tocsin.bench.load;
