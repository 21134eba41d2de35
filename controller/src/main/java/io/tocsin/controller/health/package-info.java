/** How well an object of a cluster is: built-in rules, rules of custom kinds and scripts. */
package io.tocsin.controller.health;
