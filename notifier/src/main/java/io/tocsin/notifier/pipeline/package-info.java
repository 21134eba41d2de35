/**
 * From a change of an object to the deliveries that it is worth. Knows no kind of object but by its
 * subject.
 */
package io.tocsin.notifier.pipeline;
