/** What an AppProject permits: sources, destinations, kinds, and when to sync. */
package io.tocsin.controller.project;
