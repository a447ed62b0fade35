package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes that go to the kernel, as its headers lay them out on a little-endian machine. */
class StructsTest {
  private static String hex(MemorySegment struct) {
    return HexFormat.of().formatHex(struct.toArray(JAVA_BYTE));
  }

  @Test
  void anSpiMessageIsItsTransfersOneAfterTheOther() {
    try (var arena = Arena.ofConfined()) {
      var message = arena.allocate(64, 8);
      new SpiTransfer(0x1122334455667788L, 0, 300, 8_000_000, 10).write(message, 0);
      new SpiTransfer(0, 0x0102030405060708L, 2, 500_000, 0).write(message, 1);
      assertEquals(
          "8877665544332211"
              + "0000000000000000"
              + "2c010000"
              + "00127a00"
              + "0a00"
              + "08"
              + "0000000000"
              + "0000000000000000"
              + "0807060504030201"
              + "02000000"
              + "20a10700"
              + "0000"
              + "08"
              + "0000000000",
          hex(message));
    }
  }

  @Test
  void theNumberOfAnSpiMessageCountsItsTransfers() {
    assertEquals(0x40206B00L, SpiTransfer.message(1));
    assertEquals(0x40406B00L, SpiTransfer.message(2));
  }

  @Test
  void anI2cTransferIsMessagesAndWhereTheyAre() {
    try (var arena = Arena.ofConfined()) {
      var structs =
          I2cMessage.structs(
              arena,
              new I2cMessage(0x36, false, 1, 0x1122334455667788L),
              new I2cMessage(0x36, true, 2, 0x0102030405060708L));
      assertEquals(
          "3600"
              + "0000"
              + "0100"
              + "0000"
              + "8877665544332211"
              + "3600"
              + "0100"
              + "0200"
              + "0000"
              + "0807060504030201",
          hex(structs));
      var address = MemorySegment.ofArray(new long[] {structs.address()});
      assertEquals(hex(address) + "02000000" + "00000000", hex(I2cMessage.call(arena, structs)));
    }
  }

  @Test
  void twoOutputsAreOneRequestWithTheirFirstLevels() {
    try (var arena = Arena.ofConfined()) {
      var bytes =
          hex(
              new LineRequest(List.of(10, 11), LineRequest.OUTPUT, 2, "device-agent strip")
                  .in(arena));
      assertEquals(592 * 2, bytes.length());
      assertEquals("0a0000000b00000000000000", bytes.substring(0, 24));
      assertEquals(
          HexFormat.of().formatHex("device-agent strip".getBytes(UTF_8)) + "0000",
          bytes.substring(256 * 2, 276 * 2));
      assertEquals("0800000000000000" + "01000000", bytes.substring(288 * 2, 300 * 2));
      assertEquals(
          "02000000" + "00000000" + "0200000000000000" + "0300000000000000",
          bytes.substring(320 * 2, 344 * 2));
      assertEquals("02000000", bytes.substring(560 * 2, 564 * 2));
    }
  }

  @Test
  void anInputHasNoFirstLevelAndItsConsumersNameIsCut() {
    try (var arena = Arena.ofConfined()) {
      var request =
          new LineRequest(List.of(17), LineRequest.INPUT | LineRequest.EDGES, 1, "é".repeat(40));
      var bytes = hex(request.in(arena));
      assertEquals("c3a9".repeat(15) + "c300", bytes.substring(256 * 2, 288 * 2));
      assertEquals("3400000000000000" + "00000000", bytes.substring(288 * 2, 300 * 2));
      assertEquals("00".repeat(24), bytes.substring(320 * 2, 344 * 2));
    }
  }

  @Test
  void whoHasALineIsReadFromItsInfo() {
    try (var arena = Arena.ofConfined()) {
      var info = LineInfo.question(arena, 17);
      assertEquals(256, info.byteSize());
      assertEquals(17, info.get(JAVA_BYTE, 64));
      assertFalse(LineInfo.of(info).isUsed());
      info.setString(32, "gpio-keys");
      info.set(JAVA_BYTE, 72, (byte) 5);
      assertEquals(new LineInfo(true, "gpio-keys"), LineInfo.of(info));
      assertEquals("'gpio-keys'", LineInfo.of(info).holder());
    }
  }
}
