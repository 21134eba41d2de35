package io.tocsin.controller.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * An object as a store keeps it: compressed, beside what is looked up. What is not beside it is
 * unpacked at each call.
 */
public final class PackedObject {
  private final ObjectKey key;
  private final String uid;
  private final String resourceVersion;
  private final String group;
  private final byte[] content;

  /**
   * Takes over the array.
   *
   * @param content raw DEFLATE of the object's JSON
   */
  PackedObject(KubeObject object, String group, byte[] content) {
    this.key = new ObjectKey(object.namespace().intern(), object.name());
    this.uid = object.uid();
    this.resourceVersion = object.resourceVersion();
    this.group = group.intern();
    this.content = content;
  }

  /** Packs an object that waits for something, quickly rather than well. */
  public static PackedObject of(KubeObject object) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ObjectCodec.write(object, new DeflaterOutputStream(out, deflater));
      return new PackedObject(object, "", out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  public ObjectKey key() {
    return key;
  }

  public String uid() {
    return uid;
  }

  public String resourceVersion() {
    return resourceVersion;
  }

  /** What the informer's grouping said of this version. */
  public String group() {
    return group;
  }

  /** Unpacks no further than the metadata, a tenth of the cost of the whole. */
  public Map<String, String> labels() {
    return head().labels();
  }

  /** Unpacks no further than the metadata, a tenth of the cost of the whole. */
  public Map<String, String> annotations() {
    return head().annotations();
  }

  /** The whole object, parsed anew. */
  public KubeObject object() {
    Inflater inflater = new Inflater(true);
    try {
      return ObjectCodec.read(inflated(inflater));
    } finally {
      inflater.end();
    }
  }

  /** Bytes that the object takes, compressed. */
  int size() {
    return content.length;
  }

  private KubeObject head() {
    Inflater inflater = new Inflater(true);
    try {
      return ObjectCodec.head(inflated(inflater));
    } finally {
      inflater.end();
    }
  }

  private InputStream inflated(Inflater inflater) {
    return new InflaterInputStream(new ByteArrayInputStream(content), inflater);
  }
}
