package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;

/** Expectations of a refusal. */
record Failed(Answer answer) {
  static Failed on(Answer answer) {
    assertThat(answer.at("kind")).as(answer.text()).isEqualTo("Status");
    assertThat(answer.at("apiVersion")).isEqualTo("v1");
    assertThat(answer.at("status")).isEqualTo("Failure");
    return new Failed(answer);
  }

  Failed is(int code, String reason, String message) {
    assertThat(answer.at("message")).isEqualTo(message);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.at("code")).isEqualTo(Integer.toString(code));
    assertThat(answer.at("reason")).isEqualTo(reason);
    return this;
  }

  Failed about(String name, String group, String kind) {
    assertThat(answer.at("details.name")).isEqualTo(name);
    assertThat(answer.at("details.group")).isEqualTo(group);
    assertThat(answer.at("details.kind")).isEqualTo(kind);
    return this;
  }
}
