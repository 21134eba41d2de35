/** The rules of health that need no configuration, a kind or a family of kinds each. */
package io.tocsin.controller.health.rules;
