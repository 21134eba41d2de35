package io.tocsin.controller.customization;

import java.util.List;

/**
 * What is said about a kind, or kinds.
 *
 * @param healthLua a script, or empty
 * @param useOpenLibs whether the script asked for all of Lua's libraries
 */
public record ResourceCustomization(
    String healthLua,
    boolean useOpenLibs,
    IgnoredFields ignoreDifferences,
    IgnoredFields ignoreResourceUpdates,
    List<KnownTypeField> knownTypeFields) {
  public static final ResourceCustomization NONE =
      new ResourceCustomization("", false, IgnoredFields.NONE, IgnoredFields.NONE, List.of());

  public ResourceCustomization {
    knownTypeFields = List.copyOf(knownTypeFields);
  }

  ResourceCustomization withHealthLua(String script) {
    return new ResourceCustomization(
        script, useOpenLibs, ignoreDifferences, ignoreResourceUpdates, knownTypeFields);
  }

  ResourceCustomization withOpenLibs(boolean open) {
    return new ResourceCustomization(
        healthLua, open, ignoreDifferences, ignoreResourceUpdates, knownTypeFields);
  }

  ResourceCustomization withIgnoreDifferences(IgnoredFields fields) {
    return new ResourceCustomization(
        healthLua, useOpenLibs, fields, ignoreResourceUpdates, knownTypeFields);
  }

  ResourceCustomization withIgnoreResourceUpdates(IgnoredFields fields) {
    return new ResourceCustomization(
        healthLua, useOpenLibs, ignoreDifferences, fields, knownTypeFields);
  }

  ResourceCustomization withKnownTypeFields(List<KnownTypeField> fields) {
    return new ResourceCustomization(
        healthLua, useOpenLibs, ignoreDifferences, ignoreResourceUpdates, fields);
  }
}
