package io.tocsin.services.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressPolicyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "224.0.0.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "2002:7f00:1::1",
        "fd00:ec2::254",
        "fe80::1",
      })
  void keepsFromTheNodeAndFromMetadata(String address) {
    assertThat(AddressPolicy.BEYOND_THE_NODE.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "10.1.2.3",
        "172.32.0.1",
        "fd00::1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8"
      })
  void letsOut(String address) {
    assertThat(AddressPolicy.BEYOND_THE_NODE.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void whatAnAdministratorListsIsAllowed() {
    AddressPolicy policy =
        AddressPolicy.beyondTheNode(Networks.parse("127.0.0.0/8, fe80::/10"), Networks.NONE);

    assertThat(policy.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(policy.allows(InetAddress.ofLiteral("fe80::7"))).isTrue();
    assertThat(policy.allows(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
  }

  @Test
  void whatIsRefusedIsAllowedOnlyWhenItIsListedByItself() {
    InetAddress server = InetAddress.ofLiteral("10.96.0.1");
    Networks refused = Networks.of(List.of(server));

    assertThat(AddressPolicy.beyondTheNode(Networks.parse("10.0.0.0/8"), refused).allows(server))
        .isFalse();
    assertThat(AddressPolicy.beyondTheNode(Networks.parse("10.96.0.1"), refused).allows(server))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "example.com", "10.0.0/8/8", "10.0.0.0/x"})
  void whatIsNoNetworkIsNamed(String text) {
    assertThatThrownBy(() -> Networks.parse("10.0.0.0/8," + text))
        .hasMessage("'" + text + "' is no address or network such as 10.0.0.0/8");
  }
}
