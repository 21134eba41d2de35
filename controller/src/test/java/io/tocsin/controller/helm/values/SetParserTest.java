package io.tocsin.controller.helm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetParserTest {
  private static Map<String, Object> set(Map<String, Object> values, String line) {
    SetParser.apply(line, values, SetParser::typed);
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=1|{a: 1}",
        "a=1,b=x y|{a: 1, b: x y}",
        "a=|{a: ''}",
        "a=,b=1|{a: '', b: 1}",
        "a=TRUE,b=False,c=null,d=0,e=-5|{a: true, b: false, c: null, d: 0, e: -5}",
        "a=00012,b=1.5,c=99999999999999999999|{a: '00012', b: '1.5', c: '99999999999999999999'}",
        "a.b.c=1,a.b.d=2|{a: {b: {c: 1, d: 2}}}",
        "a\\.b=1|{a.b: 1}",
        "a\\.b\\.c/d=x|{a.b.c/d: x}",
        "a=x\\,y|{a: 'x,y'}",
        "a=x\\=y=z|{a: 'x=y=z'}",
        "a={x,1,true}|{a: [x, 1, true]}",
        "a={x},b=1|{a: [x], b: 1}",
        "a={}|{a: ['']}",
        "a[0]=x,a[1]=z|{a: [x, z]}",
        "a[2]=x|{a: [null, null, x]}",
        "a[0].b=1,a[0].c=2,a[1].b=3|{a: [{b: 1, c: 2}, {b: 3}]}",
        "a[1].b=3,a[0].b=1|{a: [{b: 1}, {b: 3}]}",
        "a[1][1]=1|{a: [null, [null, 1]]}",
        "a.b[0].c={x,z}|{a: {b: [{c: [x, z]}]}}",
        "a[0]=x,|{a: [x]}",
        "a[0]|{a: []}"
      })
  void anAssignmentSetsAValue(String line, String values) {
    assertThat(set(new LinkedHashMap<>(), line))
        .isEqualTo(GoYaml.mapping(values, NumberStyle.KUBERNETES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a,b=1",
        "a=1,b",
        "a.b",
        "a.b,a.c",
        "a.=1",
        "a={x,y",
        "a[x]=1",
        "a[-1]=1",
        "a[70000]=1",
        "a[0]b=1",
        "a[0=1",
        "a=1,,,b=2"
      })
  void whatIsNoAssignmentIsRefused(String line) {
    assertThatThrownBy(() -> set(new LinkedHashMap<>(), line))
        .isInstanceOf(HelmException.class)
        .hasMessageStartingWith("the parameter " + line + " cannot be read: ");
  }

  @Test
  void whatIsThereIsKeptBesideWhatIsSet() {
    Map<String, Object> values = set(new LinkedHashMap<>(), "a.b=1,l[0]=x,l[1]=y");

    assertThat(set(values, "a.c=2,l[1]=z"))
        .isEqualTo(GoYaml.mapping("{a: {b: 1, c: 2}, l: [x, z]}", NumberStyle.KUBERNETES));
  }

  @Test
  void aPartOfWhatIsNoMappingCannotBeSet() {
    assertThatThrownBy(() -> set(set(new LinkedHashMap<>(), "a=1"), "a.b=2"))
        .hasMessageEndingWith("it sets a part of something that is no mapping or list");
  }

  @Test
  void namesAreNotNestedWithoutEnd() {
    assertThatThrownBy(() -> set(new LinkedHashMap<>(), "a.".repeat(40) + "b=1"))
        .hasMessageContaining("30 levels");
  }
}
