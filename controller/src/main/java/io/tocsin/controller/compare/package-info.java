/** Whether what is in a cluster is what should be, and where it is not. */
package io.tocsin.controller.compare;
