package io.tocsin.templates.exec;

/**
 * A template that can be rendered.
 *
 * @param variables how many a frame needs
 */
record CompiledTemplate(Step body, int variables) {}
