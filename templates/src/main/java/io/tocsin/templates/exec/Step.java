package io.tocsin.templates.exec;

/** Something a template does. Immutable. */
interface Step {
  /** How the steps around it go on. */
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow run(Frame frame);
}
