package io.tocsin.notifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.fields.Field;
import io.tocsin.services.registry.ServiceTypes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFieldTest {
  static List<JsonField> fields() {
    return JsonField.ALL;
  }

  @ParameterizedTest
  @MethodSource("fields")
  void everyFieldIsOneOfItsService(JsonField field) {
    Field found = ServiceTypes.find(field.section()).orElseThrow().section().orElseThrow().field();
    for (String name : field.name().split("\\.")) {
      found = ((Field.Group) found).fields().get(name);
    }

    assertThat(found).isInstanceOf(Field.Text.class);
  }
}
