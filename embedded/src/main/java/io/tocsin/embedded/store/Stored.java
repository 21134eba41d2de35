package io.tocsin.embedded.store;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;

/** One version of an object: its JSON and the few fields that are looked up. Immutable. */
public final class Stored {
  private final Key key;
  private final long version;
  private final byte[] json;
  private final Map<String, String> labels;
  private final List<String> owners;
  private final String uid;

  private Stored(
      Key key,
      long version,
      byte[] json,
      Map<String, String> labels,
      List<String> owners,
      String uid) {
    this.key = key;
    this.version = version;
    this.json = json;
    this.labels = labels;
    this.owners = owners;
    this.uid = uid;
  }

  /** Stores an object under a version, which is written into its metadata. */
  public static Stored of(Key key, long version, Map<String, Object> object) {
    Map<String, Object> metadata = Tree.ensureMap(object, "metadata");
    metadata.put("resourceVersion", Long.toString(version));
    return new Stored(
        key,
        version,
        Json.bytes(object),
        Map.copyOf(Tree.strings(Tree.map(metadata, "labels"))),
        Tree.list(metadata, "ownerReferences").stream()
            .map(owner -> Tree.text(Tree.asMap(owner), "uid"))
            .toList(),
        Tree.text(metadata, "uid"));
  }

  public Key key() {
    return key;
  }

  /** The revision of the store that made this version. */
  public long version() {
    return version;
  }

  /** The JSON; not to be changed. */
  public byte[] json() {
    return json;
  }

  public Map<String, String> labels() {
    return labels;
  }

  /** The uids of the owners. */
  public List<String> owners() {
    return owners;
  }

  public String uid() {
    return uid;
  }

  /** The object, parsed anew and free to be changed. */
  public Map<String, Object> object() {
    return Json.object(json);
  }
}
