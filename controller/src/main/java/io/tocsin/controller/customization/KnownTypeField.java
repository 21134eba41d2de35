package io.tocsin.controller.customization;

/**
 * A field of a custom resource that is of one of the API's own types.
 *
 * @param field its path, joined by dots
 * @param type such as {@code core/v1/PodSpec} or {@code core/Quantity}
 */
public record KnownTypeField(String field, String type) {}
