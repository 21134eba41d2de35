/**
 * Hears of pushes from Git servers and registries, and has the Applications concerned refreshed.
 */
package io.tocsin.controller.webhook;
