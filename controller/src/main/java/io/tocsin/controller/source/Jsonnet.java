package io.tocsin.controller.source;

import io.tocsin.controller.application.DirectoryOptions;
import io.tocsin.controller.application.DirectoryOptions.Variable;
import io.tocsin.controller.helm.BuildEnvironment;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;
import sjsonnet.DefaultParseCache;
import sjsonnet.Interpreter;
import sjsonnet.Settings;
import sjsonnet.Std;
import ujson.Value;

/**
 * Evaluates Jsonnet files of a tree.
 *
 * <p>Each on a thread of its own, with room for deep recursion. One that takes too long is given
 * up; its thread cannot be stopped, and ends when the program does.
 */
final class Jsonnet {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final long STACK = 64L << 20;

  private final FileTree tree;
  private final List<String> folders;
  private final Map<String, String> external;
  private final Map<String, String> topLevel;

  /**
   * @param folder of the application
   * @throws SourceException for a library folder outside the tree
   */
  Jsonnet(
      FileTree tree, String folder, DirectoryOptions.Jsonnet options, BuildEnvironment variables) {
    this.tree = tree;
    List<String> libraries = new ArrayList<>();
    libraries.add(folder);
    options.libs().forEach(lib -> libraries.add(TreePath.resolve("", lib)));
    this.folders = libraries.reversed();
    this.external = code(options.extVars(), variables);
    this.topLevel = code(options.tlas(), variables);
  }

  /** Variables as code: a string is its own literal. */
  private static Map<String, String> code(List<Variable> variables, BuildEnvironment environment) {
    Map<String, String> code = new HashMap<>();
    for (Variable variable : variables) {
      String value = environment.substitute(variable.value());
      code.put(variable.name(), variable.code() ? value : Documents.compact(value));
    }
    return code;
  }

  /**
   * The JSON that a file becomes.
   *
   * @throws SourceException naming the file
   */
  String evaluate(String file, String text) {
    FutureTask<String> task = new FutureTask<>(() -> interpret(file, text));
    Thread thread = new Thread(null, task, "jsonnet", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(TIME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SourceException known ? known : failed(file, e.getCause());
    } catch (TimeoutException e) {
      throw new SourceException(
          "%s takes longer than %d s to evaluate".formatted(file, TIME.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("%s: interrupted".formatted(file), e);
    }
  }

  private static SourceException failed(String file, Throwable cause) {
    String reason =
        switch (cause) {
          case StackOverflowError e -> "it recurs without end";
          case NoClassDefFoundError e -> "it uses a function that is not here (YAML, xz, gzip)";
          default -> String.valueOf(cause.getMessage());
        };
    return new SourceException("%s cannot be evaluated: %s".formatted(file, reason), cause);
  }

  private String interpret(String file, String text) {
    JsonnetImports imports = new JsonnetImports(tree, folders);
    Interpreter interpreter =
        new Interpreter(
            scalaMap(external),
            scalaMap(topLevel),
            new JsonnetPath(""),
            imports,
            new DefaultParseCache(),
            new Settings(false, false, false, false, false, false),
            null,
            null,
            new Std().Std());
    Either<String, Value> result = interpreter.interpret(text, new JsonnetPath(file));
    if (imports.refused() != null) {
      throw new SourceException("%s: %s".formatted(file, imports.refused().getMessage()));
    }
    if (result.isLeft()) {
      throw failed(file, new IllegalArgumentException(oneLine(result.left().getOrElse(() -> ""))));
    }
    return result.toOption().get().toString();
  }

  private static String oneLine(String message) {
    return String.join(" ", message.strip().lines().map(String::strip).toList());
  }

  private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
  }
}
