package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: pages, versions and selectors. */
@ClusterContract
class ListContractTest {
  private final Cluster cluster;
  private final Wire wire;
  private final String path;

  ListContractTest(Cluster cluster) {
    this.cluster = cluster;
    wire = cluster.wire();
    path = "/api/v1/namespaces/" + cluster.newNamespace() + "/configmaps";
  }

  @BeforeEach
  void createSome() {
    create("a", "\"team\":\"red\",\"n\":\"1\"");
    create("b", "\"team\":\"blue\",\"n\":\"5\"");
    create("c", "\"team\":\"green\"");
    create("d", "");
    create("e", "\"team\":\"red\",\"gone\":\"\"");
  }

  private void create(String name, String labels) {
    wire.post(path, "{\"metadata\":{\"name\":\"%s\",\"labels\":{%s}}}".formatted(name, labels));
  }

  @Test
  void aListIsInOrderAndHasAVersion() {
    Answer list = wire.get(path + selector("team"));

    assertThat(list.code()).isEqualTo(200);
    assertThat(list.at("kind")).isEqualTo("ConfigMapList");
    assertThat(list.at("apiVersion")).isEqualTo("v1");
    assertThat(list.at("metadata.resourceVersion")).matches("\\d+");
    assertThat(list.names()).containsExactly("a", "b", "c", "e");
    assertThat(wire.get("/api/v1/configmaps" + selector("team")).names())
        .containsSubsequence("a", "b", "c", "e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team=red                  | a e",
        "team==red                 | a e",
        "team!=red,n               | b",
        "team in (red, blue)       | a b e",
        "team notin (red,green),team | b",
        "!team,!n                  | d",
        "team,!gone                | a b c",
        "gone=                     | e",
        "gone in ()                | e",
        "n>1                       | b",
        "n < 5                     | a",
        "team=red,n=1              | a",
        "team=yellow               |",
      })
  void labelSelectorsChoose(String selector, String expected) {
    List<String> names = new ArrayList<>(wire.get(path + selector(selector)).names());
    names.remove("kube-root-ca.crt");

    assertThat(String.join(" ", names)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a in b | unable to parse requirement: found 'b' expected: '('",
        "a===   | unable to parse requirement: found '=', expected: identifier",
        "!      | unable to parse requirement: found '', expected: identifier",
        "a b    | unable to parse requirement: found 'b', expected: '=', '!=', '==', 'in', notin'",
        "a>b    | unable to parse requirement: for 'Gt', 'Lt' operators, the value must be an integer",
      })
  void labelSelectorsThatCannotBeReadAreRefused(String selector, String message) {
    Failed.on(wire.get(path + selector(selector))).is(400, "BadRequest", message);
  }

  @Test
  void fieldSelectorsChooseByName() {
    assertThat(wire.get(path + "?fieldSelector=metadata.name%3Db").names()).containsExactly("b");
    assertThat(wire.get(path + "?fieldSelector=metadata.name!%3Db" + "&labelSelector=n").names())
        .containsExactly("a");
    Failed.on(wire.get(path + "?fieldSelector=data.x%3Dy"))
        .is(
            400,
            "BadRequest",
            "\"data.x\" is not a known field selector: only \"metadata.name\","
                + " \"metadata.namespace\"");
  }

  @Test
  void secretsAndEventsAreChosenByTheirFields() {
    String secrets = path.replace("configmaps", "secrets");
    wire.post(secrets, "{\"metadata\":{\"name\":\"plain\"}}");
    wire.post(secrets, "{\"metadata\":{\"name\":\"other\"},\"type\":\"example.com/t\"}");
    assertThat(wire.get(secrets + "?fieldSelector=type%3Dexample.com/t").names())
        .containsExactly("other");
  }

  @Test
  void pagesShowOneVersionWhileObjectsChange() {
    Answer first = wire.get(path + selector("team") + "&limit=2");
    assertThat(first.names()).containsExactly("a", "b");
    assertThat(first.at("metadata.continue")).isNotEmpty();
    create("bb", "\"team\":\"late\"");
    wire.delete(path + "/c");
    wire.patch(path + "/e", "merge-patch+json", "{\"data\":{\"late\":\"yes\"}}");

    Answer second = next(first);
    assertThat(second.names()).containsExactly("c", "e");
    assertThat(second.text()).doesNotContain("late");
    assertThat(second.at("metadata.continue")).isEmpty();
    assertThat(second.at("metadata.resourceVersion"))
        .isEqualTo(first.at("metadata.resourceVersion"));
    assertThat(wire.get(path + selector("team")).names()).containsExactly("a", "b", "bb", "e");
  }

  @Test
  void aPageTellsHowManyRemain() {
    int all = wire.get(path).items().size();
    Answer first = wire.get(path + "?limit=2");

    assertThat(first.at("metadata.remainingItemCount")).isEqualTo(Integer.toString(all - 2));
    assertThat(wire.get(path + "?limit=" + all).at("metadata.continue")).isEmpty();
  }

  @Test
  void aPageOfAForgottenVersionIsGoneButMayGoOnInconsistently() {
    Answer first = wire.get(path + selector("team") + "&limit=2");
    create("bb", "\"team\":\"late\"");
    cluster.compact();

    Answer gone = next(first);
    assertThat(gone.code()).isEqualTo(410);
    assertThat(gone.at("reason")).isEqualTo("Expired");
    assertThat(gone.at("message"))
        .startsWith("The provided continue parameter is too old to display a consistent list");
    assertThat(next(gone).names()).containsExactly("bb", "c", "e");
  }

  @Test
  void anExactVersionIsShownWhileItIsRemembered() {
    String version = wire.get(path).at("metadata.resourceVersion");
    create("later", "\"team\":\"late\"");
    String exact = selector("team") + "&resourceVersionMatch=Exact&resourceVersion=" + version;

    assertThat(wire.get(path + exact).names()).containsExactly("a", "b", "c", "e");
    cluster.compact();
    Answer gone = wire.get(path + exact);
    assertThat(gone.code()).isEqualTo(410);
    assertThat(gone.at("reason")).isEqualTo("Expired");
  }

  @Test
  void versionsThatAreNoneAreRefused() {
    Answer nonsense = wire.get(path + "?resourceVersion=abc");
    assertThat(nonsense.code()).isEqualTo(500);
    assertThat(nonsense.at("message"))
        .isEqualTo(
            "resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid"
                + " syntax");
    Answer future = wire.get(path + "?resourceVersion=999999999");
    assertThat(future.code()).isEqualTo(504);
    assertThat(future.at("message")).startsWith("Timeout: Too large resource version: 999999999");
    Answer token = wire.get(path + "?continue=abc");
    assertThat(token.code()).isEqualTo(400);
    assertThat(token.at("message")).startsWith("invalid continue token");
  }

  private Answer next(Answer page) {
    return wire.get(path + selector("team") + "&limit=10&continue=" + page.at("metadata.continue"));
  }

  private static String selector(String selector) {
    return "?labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
  }
}
