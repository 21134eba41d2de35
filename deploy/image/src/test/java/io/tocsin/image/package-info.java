/** The container image, looked at and run without a container runtime. */
package io.tocsin.image;
