/**
 * Go's package time: {@code time.Time}, {@code time.Duration}, layouts and locations.
 *
 * <p>All values are immutable and print as Go prints them ({@code toString()} is Go's {@code
 * String()}). Times have no monotonic clock reading.
 */
package io.tocsin.templates.golang.time;
