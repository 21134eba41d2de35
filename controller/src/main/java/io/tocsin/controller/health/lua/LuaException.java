package io.tocsin.controller.health.lua;

/** A script that does not compile, failed, or returned something else than was asked for. */
public final class LuaException extends RuntimeException {
  public LuaException(String message) {
    super(message);
  }
}
