package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.CodecException.Kind;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeFrameTest {
  private static final int LONGEST = 16;
  private static final byte[] WHOLE = Wire.hex("00 00 00 03 01 68 69");

  @Test
  void frameIsItsLengthItsKindAndItsBody() {
    var frame = new BridgeFrame(BridgeFrame.MESSAGE, Wire.utf8("hi"));
    assertEquals(ByteBuffer.wrap(WHOLE), frame.encode());
  }

  @Test
  void wholeFrameIsTaken() throws CodecException {
    var buffer = ByteBuffer.wrap(WHOLE);
    assertFrame(BridgeFrame.MESSAGE, "hi", buffer);
    assertFalse(buffer.hasRemaining());
    assertNull(BridgeFrame.take(buffer, LONGEST));
  }

  @Test
  void frameThatIsNotWholeIsLeft() throws CodecException {
    for (int bytes = 0; bytes < WHOLE.length; bytes++) {
      var buffer = ByteBuffer.wrap(WHOLE, 0, bytes);
      assertNull(BridgeFrame.take(buffer, LONGEST));
      assertEquals(0, buffer.position());
      assertEquals(bytes, buffer.remaining());
    }
  }

  @Test
  void framesOfOneBufferAreTakenInOrder() throws CodecException {
    var buffer =
        ByteBuffer.wrap(
            Wire.hex("00 00 00 03 01 68 69  00 00 00 01 02  00 00 00 02 02 78  00 00 00 05 01"));
    assertFrame(BridgeFrame.MESSAGE, "hi", buffer);
    assertFrame(BridgeFrame.CONTROL, "", buffer);
    assertFrame(BridgeFrame.CONTROL, "x", buffer);
    assertNull(BridgeFrame.take(buffer, LONGEST));
    assertEquals(5, buffer.remaining());
  }

  @Test
  void frameIsTakenWhereTheBufferStands() throws CodecException {
    var buffer = ByteBuffer.wrap(Wire.hex("ff ff 00 00 00 03 01 68 69 ff")).position(2);
    assertFrame(BridgeFrame.MESSAGE, "hi", buffer);
    assertEquals(9, buffer.position());
  }

  @Test
  void bodyIsACopyOfTheBuffer() throws CodecException {
    var bytes = WHOLE.clone();
    var frame = BridgeFrame.take(ByteBuffer.wrap(bytes), LONGEST);
    assertNotNull(frame);
    bytes[5] = 'H';
    assertArrayEquals(Wire.utf8("hi"), frame.body());
  }

  @Test
  void lengthOfZeroIsRefused() {
    assertEquals(Kind.FRAMING, fault("00 00 00 00"));
    assertEquals(Kind.FRAMING, fault("00 00 00 00 01"));
  }

  @Test
  void lengthCountsTheKind() throws CodecException {
    var longest = new BridgeFrame(BridgeFrame.MESSAGE, new byte[LONGEST - 1]).encode();
    assertNotNull(BridgeFrame.take(longest, LONGEST));
    var longer = new BridgeFrame(BridgeFrame.MESSAGE, new byte[LONGEST]).encode();
    var fault = assertThrows(CodecException.class, () -> BridgeFrame.take(longer, LONGEST));
    assertEquals(Kind.LIMIT, fault.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00 00 00 11", "7f ff ff ff", "80 00 00 00", "ff ff ff ff"})
  void tooLongAFrameIsRefusedAtItsLength(String hex) {
    assertEquals(Kind.LIMIT, fault(hex));
  }

  @Test
  void lengthIsReportedAsUnsigned() {
    var buffer = ByteBuffer.wrap(Wire.hex("ff ff ff ff"));
    var fault = assertThrows(CodecException.class, () -> BridgeFrame.take(buffer, LONGEST));
    assertEquals("$: the frame has 4294967295 bytes; the limit is 16", fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "03", "7b", "ff"})
  void unknownKindIsRefusedBeforeItsBodyIsThere(String kind) {
    assertEquals(Kind.FRAMING, fault("00 00 00 05" + kind));
    assertEquals(Kind.FRAMING, fault("00 00 00 02" + kind + "78"));
  }

  private static void assertFrame(byte kind, String body, ByteBuffer buffer) throws CodecException {
    var frame = BridgeFrame.take(buffer, LONGEST);
    assertNotNull(frame);
    assertEquals(kind, frame.kind());
    assertArrayEquals(Wire.utf8(body), frame.body());
  }

  private static Kind fault(String hex) {
    var buffer = ByteBuffer.wrap(Wire.hex(hex));
    return assertThrows(CodecException.class, () -> BridgeFrame.take(buffer, LONGEST)).kind();
  }
}
