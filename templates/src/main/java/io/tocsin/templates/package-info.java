/** What to say: Go's templates with Sprig, and Handlebars as the second dialect. */
package io.tocsin.templates;
