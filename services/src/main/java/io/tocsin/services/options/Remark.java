package io.tocsin.services.options;

/**
 * Something wrong or odd in a definition.
 *
 * @param path the place of the value in the definition, such as {@code headers[0].name}; of a key
 *     that is missing, the place where it should be
 * @param sentence names object and key; without secrets
 */
public record Remark(String path, String sentence) {}
