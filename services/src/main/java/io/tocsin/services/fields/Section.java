package io.tocsin.services.fields;

/**
 * What a template may say for one type of service.
 *
 * @param key the key in the template, such as {@code slack}
 */
public record Section(String key, Field field) {}
