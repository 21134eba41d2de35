package io.tocsin.controller.helm;

import io.tocsin.controller.helm.ValueFile.Local;
import io.tocsin.controller.helm.ValueFile.Remote;
import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.chart.Globs;
import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that {@code valueFiles} and {@code fileParameters} name, as Argo CD does. */
final class ValueFiles {
  private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");

  private final SourceFiles files;
  private final BuildEnvironment environment;

  ValueFiles(SourceFiles files, BuildEnvironment environment) {
    this.files = files;
    this.environment = environment;
  }

  /**
   * The files in their order, each once. Those that a pattern and a path name are at the place of
   * the path.
   */
  List<ValueFile> resolve(List<String> names, boolean ignoreMissing) {
    Map<String, ValueFile> found = new LinkedHashMap<>();
    List<String> explicit =
        names.stream().map(this::place).map(ValueFile::name).filter(n -> !Globs.isGlob(n)).toList();
    for (String name : names) {
      ValueFile place = place(name);
      if (place instanceof Local pattern && Globs.isGlob(pattern.path())) {
        List<Local> matches = matches(pattern);
        if (matches.isEmpty() && !ignoreMissing) {
          throw new HelmException("source.helm.valueFiles: " + name + " matches no file");
        }
        matches.stream()
            .filter(match -> !explicit.contains(match.name()))
            .forEach(match -> found.putIfAbsent(match.name(), match));
      } else if (!ignoreMissing || exists(place)) {
        found.putIfAbsent(place.name(), place);
      }
    }
    return new ArrayList<>(found.values());
  }

  /** The text of the file of that name. */
  String text(String name) {
    return text(place(name));
  }

  /**
   * @throws HelmException when it does not exist
   */
  String text(ValueFile file) {
    byte[] data =
        switch (file) {
          case Remote(URI url) -> files.remote().read(url);
          case Local local ->
              local
                  .tree()
                  .read(local.path())
                  .orElseThrow(
                      () ->
                          new HelmException("the values file " + file.name() + " does not exist"));
        };
    return new ChartFile(file.name(), data).text();
  }

  private static boolean exists(ValueFile file) {
    return !(file instanceof Local local) || local.tree().read(local.path()).isPresent();
  }

  private static List<Local> matches(Local pattern) {
    Pattern glob = Globs.tree(pattern.path());
    return pattern.tree().files("").stream()
        .filter(path -> glob.matcher(path).matches())
        .map(path -> new Local(pattern.source(), pattern.tree(), path))
        .toList();
  }

  private ValueFile place(String name) {
    String what = "the values file";
    Optional<FileTree> other = reference(name);
    if (other.isPresent()) {
      String[] parts = name.split("/", 2);
      String path = environment.substitute(parts.length < 2 ? "" : parts[1]);
      return new Local(parts[0], other.get(), SourceFiles.within(path, what));
    }
    String path = environment.substitute(name);
    Matcher url = URL.matcher(path);
    if (url.matches()) {
      return remote(path, url.group(1));
    }
    String full = path.startsWith("/") ? path : files.path() + "/" + path;
    return new Local("", files.repository(), SourceFiles.within(full, what));
  }

  private Optional<FileTree> reference(String name) {
    return name.startsWith("$")
        ? Optional.ofNullable(files.references().get(name.split("/", 2)[0]))
        : Optional.empty();
  }

  private ValueFile remote(String url, String scheme) {
    if (!files.schemes().contains(scheme)) {
      throw new HelmException(
          "the values file " + url + " has the scheme " + scheme + ", which is not allowed");
    }
    try {
      return new Remote(URI.create(url));
    } catch (IllegalArgumentException e) {
      throw new HelmException("the values file " + url + " is no URL", e);
    }
  }
}
