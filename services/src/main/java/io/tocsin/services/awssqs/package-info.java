/**
 * Amazon SQS, by its JSON protocol and a signer of our own: the SDK weighs over 10 MB, and two
 * signed requests are all it would do.
 */
package io.tocsin.services.awssqs;
