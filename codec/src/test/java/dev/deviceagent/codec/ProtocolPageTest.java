package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** PROTOCOL.md is true, and nothing is left out of it. */
class ProtocolPageTest {
  private static final Set<String> TAGS =
      Set.of("json", "nertc", "volc", "control", "custom", "hex", "text");

  @TestFactory
  Stream<DynamicTest> everyExampleGoesThereAndBack() throws Exception {
    return Wire.messageExamples().stream()
        .map(example -> dynamicTest(example.toString(), () -> goesThereAndBack(example)));
  }

  private static void goesThereAndBack(Wire.Example example) throws CodecException {
    var message = Messages.decode(example.bytes());
    var bytes = Messages.encode(message);
    var again = Messages.decode(bytes);
    assertEquals(message, again);
    assertArrayEquals(bytes, Messages.encode(again));
    assertFalse(message.summary().isBlank());
  }

  @Test
  void everyFenceHasATagThatIsReadHere() throws Exception {
    var tags = new HashSet<String>();
    Wire.examples().forEach(example -> tags.add(example.tag()));
    assertEquals(TAGS, tags);
  }

  @Test
  void everyKindOfMessageHasAnExample() throws Exception {
    var missing = new ArrayList<Class<?>>();
    for (var root : List.of(Message.class, AiCallMessage.Body.class, JsonRpc.class)) {
      missing.addAll(kinds(root));
    }
    assertTrue(missing.contains(NertcMessage.Tool.class), "the search for kinds finds none");
    for (var message : messages()) {
      missing.remove(message.getClass());
      switch (message) {
        case AiCallMessage(_, _, _, var body) -> missing.remove(body.getClass());
        case NertcMessage.Mcp(_, var rpc) -> missing.remove(rpc.getClass());
        default -> {}
      }
    }
    assertEquals(List.of(), missing);
  }

  private static List<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(k -> kinds(k).stream()).toList()
        : List.of(type);
  }

  private static List<Message> messages() throws Exception {
    var messages = new ArrayList<Message>();
    for (var example : Wire.messageExamples()) {
      messages.add(Messages.decode(example.bytes()));
    }
    return messages;
  }

  @Test
  void everyNumberOfAiCallHasAnExample() throws Exception {
    var expected = new TreeSet<Integer>();
    IntStream.rangeClosed(1000, 1014).forEach(expected::add);
    IntStream.rangeClosed(1100, 1110).forEach(expected::add);
    var shown = new TreeSet<Integer>();
    for (var message : messages()) {
      if (message instanceof AiCallMessage(_, _, _, var body)
          && !(body instanceof AiCallMessage.Unknown)) {
        shown.add(body.type());
      }
    }
    assertEquals(expected, shown);
  }

  @Test
  void everyTypeThatIsKnownAndNotActedOnHasAnExample() throws Exception {
    var shown = new HashSet<String>();
    boolean unknown = false;
    for (var message : messages()) {
      if (message instanceof NertcMessage.Other other) {
        unknown |= !other.isKnown();
        if (other.isKnown()) {
          shown.add(other.type());
        }
      }
    }
    assertEquals(NertcMessage.NOT_ACTED_ON, shown);
    assertTrue(unknown);
  }

  @Test
  void everyToolCallOfThePageCanBeRun() throws Exception {
    var calls = new ArrayList<ToolCall>();
    for (var message : messages()) {
      switch (message) {
        case NertcMessage.Tool(_, var given) -> calls.addAll(given);
        case VolcMessage.Tool(_, var given) -> calls.addAll(given);
        default -> {}
      }
    }
    assertFalse(calls.isEmpty());
    for (var call : calls) {
      assertInstanceOf(ToolCall.Arguments.Given.class, call.arguments(), call::toString);
    }
  }

  @Test
  void controlBodiesAreJsonObjects() throws Exception {
    var bodies = new HashSet<String>();
    for (var example : Wire.examples()) {
      if (example.tag().equals("control")) {
        bodies.addAll(JsonReader.object(example.text()).members().keySet());
      }
    }
    assertEquals(Set.of("level", "link", "reason", "microphone"), bodies);
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
