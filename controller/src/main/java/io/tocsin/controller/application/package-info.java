/** Argo CD's Application and AppProject, as far as they are read here, and how they are written. */
package io.tocsin.controller.application;
