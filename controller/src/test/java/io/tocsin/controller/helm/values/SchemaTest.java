package io.tocsin.controller.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "{type: string}|x|-",
        "{type: string}|1|the whole must be string, but is integer",
        "{type: [string, 'null']}|null|-",
        "{type: number}|1|-",
        "{type: integer}|1.5|the whole must be integer, but is number",
        "{enum: [a, b]}|c|the whole must be one of [a, b]",
        "{const: 1}|1|-",
        "{const: 1}|2|the whole must be 1.0",
        "{properties: {a: {type: boolean}}}|{a: 1}|a must be boolean, but is integer",
        "{required: [a]}|{b: 1}|the whole must have a",
        "{additionalProperties: false, properties: {a: {}}}|{a: 1, b: 2}|b is not allowed",
        "{additionalProperties: {type: string}}|{a: 1}|a must be string, but is integer",
        "{patternProperties: {'^x': {type: string}}, additionalProperties: false}|{x1: a}|-",
        "{items: {type: string}}|[a, 1]|[1] must be string, but is integer",
        "{minItems: 2}|[1]|the whole must have at least 2.0 items",
        "{uniqueItems: true}|[1, 1]|the whole must have no item twice",
        "{minLength: 2}|é|the whole must have at least 2.0 characters",
        "{pattern: '^a+$'}|ab|the whole must match ^a+$",
        "{minimum: 1, maximum: 5}|7|the whole must be at most 5.0",
        "{exclusiveMinimum: 1}|1|the whole must be greater than 1.0",
        "{multipleOf: 3}|7|the whole must be a multiple of 3.0",
        "{allOf: [{type: integer}, {minimum: 3}]}|2|the whole must be at least 3.0",
        "{anyOf: [{type: string}, {type: integer}]}|true|the whole is none of what is allowed",
        "{oneOf: [{type: integer}, {minimum: 1}]}|2|the whole is not exactly one of what is allowed",
        "{not: {type: string}}|x|the whole is what is not allowed",
        "{if: {required: [a]}, then: {required: [b]}}|{a: 1}|the whole must have b",
        "{$ref: '#/$defs/p', $defs: {p: {type: string}}}|1|the whole must be string, but is integer",
        "{$ref: 'https://example.com/x.json'}|1|-",
        "{$ref: '#'}|1|-"
      })
  void aValueMeetsASchemaOrNot(String schema, String value, String problem) {
    var checked =
        new Schema(GoYaml.read(schema, NumberStyle.FLOAT))
            .problems(GoYaml.read(value, NumberStyle.FLOAT));

    if (problem == null) {
      assertThat(checked).isEmpty();
    } else {
      assertThat(checked).containsExactly(problem);
    }
  }
}
