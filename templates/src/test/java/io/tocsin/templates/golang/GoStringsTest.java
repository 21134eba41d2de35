package io.tocsin.templates.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoStringsTest {
  @Test
  void lengthCountsBytes() {
    assertThat(GoStrings.length("aé€😀")).isEqualTo(1 + 2 + 3 + 4);
  }

  @Test
  void aCharacterCutInTwoIsWholeAgainWhenJoined() {
    String head = GoStrings.slice("hé", 0, 2);
    String tail = GoStrings.slice("hé", 2, 3);

    assertThat(GoStrings.length(head)).isEqualTo(2);
    assertThat(GoStrings.printable(head)).isEqualTo("h\uFFFD");
    assertThat(GoStrings.printable(head + tail)).isEqualTo("hé");
  }

  @Test
  void bytesThatAreNoTextSurvive() {
    byte[] bytes = {(byte) 0xFF, 'a', (byte) 0xC3, (byte) 0xE2, (byte) 0x82};

    assertThat(GoStrings.bytes(GoStrings.of(bytes))).isEqualTo(bytes);
  }

  @Test
  void stringsAreOrderedByTheirBytes() {
    assertThat(GoStrings.compare("\uFFFD", "😀")).isNegative();
    assertThat(GoStrings.compare("a", "ab")).isNegative();
    assertThat(GoStrings.compare("b", "ab")).isPositive();
  }
}
