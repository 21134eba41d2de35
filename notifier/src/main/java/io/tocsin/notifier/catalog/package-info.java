/** Triggers and templates that come along, and how they get into a configuration. */
package io.tocsin.notifier.catalog;
