/** Fits texts into what receivers take. */
package io.tocsin.services.text;
