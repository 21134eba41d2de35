package io.tocsin.templates.parse;

/** A part of a tree. Its {@code toString} is how Go prints it in messages. */
public interface Positioned {
  /** Where it begins in the text, in characters. */
  int position();
}
