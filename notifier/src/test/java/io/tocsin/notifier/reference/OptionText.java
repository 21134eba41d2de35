package io.tocsin.notifier.reference;

import io.tocsin.notifier.cli.ClusterOptions;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options as a page shows them. */
final class OptionText {
  private OptionText() {}

  /** Whether it says which cluster is meant, as many commands have it. */
  static boolean ofCluster(ArgSpec option) {
    return option.userObject() instanceof Field field
        && field.getDeclaringClass() == ClusterOptions.class;
  }

  /** The rows of a table of the arguments and options that fit. */
  static List<String> rows(CommandSpec command, Predicate<ArgSpec> wanted) {
    List<String> rows =
        command.positionalParameters().stream()
            .filter(argument -> !argument.hidden() && wanted.test(argument))
            .map(OptionText::row)
            .collect(Collectors.toList());
    command.options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .filter(wanted)
        .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
        .map(OptionText::row)
        .forEach(rows::add);
    return rows;
  }

  /** The variable that an option reads, if any. */
  static Optional<String> variable(ArgSpec option) {
    String value = otherwise(option);
    return value.startsWith("${env:")
        ? Optional.of(value.substring("${env:".length(), value.indexOf(":-")))
        : Optional.empty();
  }

  private static String row(PositionalParamSpec argument) {
    return "| `%s` | %s |".formatted(argument.paramLabel(), meaning(argument));
  }

  private static String row(OptionSpec option) {
    String value =
        option.typeInfo().isBoolean()
            ? ""
            : " " + option.paramLabel().replaceAll("[<>]", "").toUpperCase(Locale.ROOT);
    String names =
        Arrays.stream(option.names())
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    String shown = names.substring(0, names.length() - 1) + value.replace("|", "\\|") + "`";
    String variable = variable(option).map(name -> " `" + name + "`").orElse("");
    return "| " + shown + " | " + meaning(option) + variable + " |";
  }

  private static String meaning(ArgSpec argument) {
    String value =
        otherwise(argument)
            .replaceFirst("^[$]\\{env:.*?:-(.*)}$", "$1")
            .replaceFirst("^[$]\\{sys:java.io.tmpdir}/(.*)$", "$1 in the temporary folder");
    return String.join(" ", description(argument))
        .replace("${DEFAULT-VALUE}", value)
        .replace("${COMPLETION-CANDIDATES}", candidates(argument))
        .replace("|", "\\|")
        .strip();
  }

  private static String candidates(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? ""
        : String.join(", ", argument.completionCandidates()).toLowerCase(Locale.ROOT);
  }

  /** As it is written: picocli's own answer depends on the environment. */
  private static String otherwise(ArgSpec argument) {
    if (!(argument.userObject() instanceof Field field)) {
      return "";
    }
    Option option = field.getAnnotation(Option.class);
    return option == null
        ? field.getAnnotation(Parameters.class).defaultValue()
        : option.defaultValue();
  }

  private static String[] description(ArgSpec argument) {
    if (!(argument.userObject() instanceof Field field)) {
      return argument.description();
    }
    Option option = field.getAnnotation(Option.class);
    return option == null
        ? field.getAnnotation(Parameters.class).description()
        : option.description();
  }
}
