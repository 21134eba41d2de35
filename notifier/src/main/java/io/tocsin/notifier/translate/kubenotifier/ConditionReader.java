package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.translate.kubenotifier.Condition.Comparison;
import io.tocsin.notifier.translate.kubenotifier.Condition.Operand;
import io.tocsin.notifier.translate.kubenotifier.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpressionException;

/** Reads conditions; what is wrong with one is noted, and then there is none. */
final class ConditionReader {
  private static final String PATH = "jsonPath";
  private static final String OPERATOR = "operator";
  private static final String VALUE = "value";
  private static final String VALUE_PATH = "valueJsonPath";
  private static final String JOIN = "joinOperator";
  private static final String CHILDREN = "childConditions";
  private static final List<String> KNOWN =
      List.of(PATH, OPERATOR, VALUE, VALUE_PATH, JOIN, CHILDREN);
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

  private ConditionReader() {}

  /** The conditions of a list that are right. */
  static List<Condition> read(Fields fields, String list) {
    List<Condition> conditions = new ArrayList<>();
    for (Fields part : fields.parts(list, KNOWN)) {
      condition(part).ifPresent(conditions::add);
    }
    return conditions;
  }

  private static Optional<Condition> condition(Fields fields) {
    Optional<JsonPath> path = path(fields, PATH);
    if (fields.has(OPERATOR)) {
      if (fields.has(CHILDREN)) {
        fields.note(CHILDREN, "is not read where there is an operator, as there");
      }
      Optional<Comparison> comparison = comparison(fields);
      return path.filter(_ -> comparison.isPresent())
          .map(at -> new Condition(at, comparison, false, List.of()));
    }
    if (!fields.has(CHILDREN)) {
      fields.wrong(OPERATOR, "is missing: it is one of eq, ne, gt, ge, lt and le");
      return Optional.empty();
    }
    String join = fields.text(JOIN);
    if (!join.equals("and") && !join.equals("or")) {
      fields.wrong(JOIN, "must be and or or, but is '%s'".formatted(join));
    }
    List<Condition> children = read(fields, CHILDREN);
    return path.filter(_ -> !children.isEmpty())
        .map(at -> new Condition(at, Optional.empty(), join.equals("and"), children))
        .filter(parent -> parent.plain() || parses(fields, XPathText.found(parent)));
  }

  /** Whether it is not too much for one XPath. */
  private static boolean parses(Fields fields, String xpath) {
    try {
      JsonPath.parse(xpath);
      return true;
    } catch (XPathExpressionException e) {
      fields.wrong(CHILDREN, "make no XPath with its jsonPath: " + reason(e));
      return false;
    }
  }

  private static Optional<JsonPath> path(Fields fields, String field) {
    String text = fields.text(field);
    if (text.isBlank()) {
      fields.wrong(field, "is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(JsonPath.parse(text));
    } catch (XPathExpressionException e) {
      fields.wrong(field, "'%s' is no XPath that finds nodes: %s".formatted(text, reason(e)));
      return Optional.empty();
    }
  }

  private static String reason(XPathExpressionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static Optional<Comparison> comparison(Fields fields) {
    String word = fields.text(OPERATOR);
    Optional<Operator> operator = Operator.of(word);
    if (operator.isEmpty()) {
      fields.wrong(
          OPERATOR, "'%s' is unknown: it is one of eq, ne, gt, ge, lt and le".formatted(word));
      return Optional.empty();
    }
    return operand(fields, operator.get()).map(operand -> new Comparison(operator.get(), operand));
  }

  private static Optional<Operand> operand(Fields fields, Operator operator) {
    if (!fields.text(VALUE_PATH).isEmpty()) {
      return path(fields, VALUE_PATH).map(Operand.At::new);
    }
    String value = fields.text(VALUE);
    if (value.isEmpty()) {
      fields.wrong(VALUE, "is missing, and so is valueJsonPath: nothing is compared");
      return Optional.empty();
    }
    if (operator.numeric() && !NUMBER.matcher(value).matches()) {
      fields.wrong(
          VALUE, "'%s' is no number, which %s compares with".formatted(value, operator.word()));
      return Optional.empty();
    }
    return Optional.of(new Operand.Value(value));
  }
}
