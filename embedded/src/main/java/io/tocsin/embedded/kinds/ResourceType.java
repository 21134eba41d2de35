package io.tocsin.embedded.kinds;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a kind of objects.
 *
 * @param subresources {@code status} and {@code scale} where they are served
 * @param selectableFields what field selectors may name besides name and namespace
 * @param rules how the API treats the objects
 * @param storage in which form they are stored
 * @param custom what a definition adds; empty for built-in kinds
 */
public record ResourceType(
    String group,
    String version,
    Names names,
    boolean namespaced,
    Set<String> subresources,
    Set<String> selectableFields,
    Rules rules,
    Storage storage,
    Optional<CustomType> custom) {
  /**
   * How the API treats the objects of a kind.
   *
   * @param generation whether {@code metadata.generation} counts changes of what users want
   * @param unconditionalUpdate whether an update may come without a resource version
   * @param nameRule what names look like
   */
  public record Rules(boolean generation, boolean unconditionalUpdate, NameRule nameRule) {}

  /** What names of a kind look like. */
  public enum NameRule {
    LABEL,
    SUBDOMAIN,
    /** Anything that fits into a path. */
    PATH_SEGMENT
  }

  /** The plural with the group, as errors name it: {@code applications.argoproj.io}. */
  public String resource() {
    return group.isEmpty() ? plural() : plural() + "." + group;
  }

  public String plural() {
    return names.plural();
  }

  public String kind() {
    return names.kind();
  }

  /** The value of {@code apiVersion}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public boolean hasStatus() {
    return subresources.contains("status");
  }

  /** Where replicas are counted; of use where the scale subresource is served. */
  public Scaling scaling() {
    return custom.flatMap(CustomType::scaling).orElse(Scaling.BUILT_IN);
  }

  /** The key under which an object of this kind is stored. */
  public Key key(String namespace, String name) {
    return new Key(storage.resource(), namespaced ? namespace : "", name);
  }

  /** An object as this version shows it. */
  public Map<String, Object> served(Stored stored) {
    Map<String, Object> object = stored.object();
    return isStorageVersion() ? object : storage.toServed(this, object);
  }

  /** The JSON of an object as this version shows it. */
  public byte[] json(Stored stored) {
    return isStorageVersion() ? stored.json() : Json.bytes(served(stored));
  }

  /** The form in which an object of this version is stored. */
  public Map<String, Object> stored(Map<String, Object> object) {
    return isStorageVersion() ? object : storage.toStored(object);
  }

  private boolean isStorageVersion() {
    return storage.apiVersion().equals(apiVersion());
  }
}
