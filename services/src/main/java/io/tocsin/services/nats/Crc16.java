package io.tocsin.services.nats;

import java.util.Arrays;

/** The checksum of NKeys: CRC-16/XMODEM, its low byte first. */
final class Crc16 {
  private static final int POLYNOMIAL = 0x1021;

  private Crc16() {}

  static byte[] append(byte[] bytes) {
    int sum = sum(bytes, bytes.length);
    byte[] both = Arrays.copyOf(bytes, bytes.length + 2);
    both[bytes.length] = (byte) sum;
    both[bytes.length + 1] = (byte) (sum >> 8);
    return both;
  }

  /** Whether the last two bytes are the checksum of those before. */
  static boolean fits(byte[] bytes) {
    int length = bytes.length - 2;
    return Arrays.equals(append(Arrays.copyOf(bytes, length)), bytes);
  }

  private static int sum(byte[] bytes, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc ^= (bytes[i] & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      crc &= 0xffff;
    }
    return crc;
  }
}
