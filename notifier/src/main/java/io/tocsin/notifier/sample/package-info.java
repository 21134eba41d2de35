/** Made-up applications, for looking at templates where no real one is at hand. */
package io.tocsin.notifier.sample;
