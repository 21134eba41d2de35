package io.tocsin.notifier.config;

/** Why a key of the configuration cannot be used. The message continues a sentence about it. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message, null, false, false);
  }
}
