/** Sprig's functions, a file for each chapter of its documentation. */
package io.tocsin.templates.functions;
