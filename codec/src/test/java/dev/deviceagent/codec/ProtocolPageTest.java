package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks PROTOCOL.md against the code. */
class ProtocolPageTest {
  private static final Set<String> TAGS =
      Set.of(
          "json",
          "nertc",
          "volc",
          "control",
          "custom",
          "hex",
          "text",
          "json sent",
          "volc sent",
          "control sent");

  @TestFactory
  Stream<DynamicTest> everyExampleIsReceived() throws Exception {
    return Wire.messageExamples().stream()
        .map(example -> dynamicTest(example.toString(), () -> isReceived(example)));
  }

  private static void isReceived(Wire.Example example) throws CodecException {
    var received = Wire.receive(example.bytes());
    assertFalse(received.summary().isBlank());
    assertFalse(received.signals().isEmpty());
  }

  @Test
  void everyFenceHasATagThatIsReadHere() throws Exception {
    var tags = new HashSet<String>();
    Wire.examples().forEach(example -> tags.add(example.tag()));
    assertEquals(TAGS, tags);
  }

  @Test
  void everyToolCallOfThePageCanBeRun() throws Exception {
    var calls = new ArrayList<ToolCall>();
    for (var example : Wire.messageExamples()) {
      calls.addAll(Wire.calls(example.bytes()));
    }
    assertFalse(calls.isEmpty());
    for (var call : calls) {
      assertInstanceOf(ToolCall.Arguments.Given.class, call.arguments(), call::toString);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyControlIsRead() throws Exception {
    return Wire.examples().stream()
        .filter(example -> example.tag().equals("control"))
        .map(example -> dynamicTest(example.toString(), () -> isRead(example)));
  }

  private static void isRead(Wire.Example example) throws CodecException {
    assertNotNull(BridgeControl.read(Wire.utf8(example.text())));
  }

  @Test
  void framesOfTheBridgeAreWhole() throws Exception {
    var kinds = new HashSet<Byte>();
    for (var example : Wire.examples()) {
      if (example.tag().equals("hex")) {
        var buffer = ByteBuffer.wrap(example.bytes());
        var frame = BridgeFrame.take(buffer, Limits.MESSAGE_BYTES);
        assertNotNull(frame, example::toString);
        assertFalse(buffer.hasRemaining(), example::toString);
        assertTrue(JsonReader.utf8(frame.body(), 0, frame.body().length).startsWith("{"));
        kinds.add(frame.kind());
      }
    }
    assertEquals(Set.of(BridgeFrame.MESSAGE, BridgeFrame.CONTROL), kinds);
  }

  @Test
  void limitsAreThoseOfTheCode() throws Exception {
    var rows = new HashSet<String>();
    var page = Files.readString(Wire.PAGE);
    var row = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d+) \\|").matcher(page);
    while (row.find()) {
      rows.add(row.group(1) + " " + row.group(2));
    }
    var limits = new HashSet<String>();
    for (var field : Limits.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        limits.add(field.getName() + " " + field.getInt(null));
      }
    }
    assertEquals(limits, rows);
  }

  @Test
  void everyKindOfFaultIsExplained() throws Exception {
    var page = Files.readString(Wire.PAGE);
    for (var kind : CodecException.Kind.values()) {
      assertTrue(page.contains("| `" + kind + "` |"), kind::name);
    }
  }
}
