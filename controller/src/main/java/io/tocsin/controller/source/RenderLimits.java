package io.tocsin.controller.source;

/**
 * How much is read and kept.
 *
 * @param directory bytes of a directory's manifests together
 * @param cache bytes of what was rendered
 */
public record RenderLimits(long directory, long cache) {
  /** 10 MiB, as Argo CD has it, and 256 MiB. */
  public static final RenderLimits DEFAULT = new RenderLimits(10L << 20, 256L << 20);
}
