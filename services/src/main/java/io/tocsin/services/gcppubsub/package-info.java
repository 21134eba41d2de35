/** Google Cloud Pub/Sub, over REST with a signed token: the SDK brings gRPC and over 30 MB. */
package io.tocsin.services.gcppubsub;
