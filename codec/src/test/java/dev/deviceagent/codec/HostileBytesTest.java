package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes give either a message that the agent can act on and answer, or a CodecException. */
class HostileBytesTest {
  private static final long SEED = 20260101;
  private static final int RANDOM_MESSAGES = 200_000;
  private static final int MUTATIONS_OF_A_BYTE = 6;

  /** Every kind of message start, so that random bytes reach every decoder. */
  private static final byte[][] STARTS = {
    {},
    Wire.utf8("{"),
    Wire.utf8("{\"type\":1007,\"data\":"),
    Wire.utf8("{\"type\":\"tool\",\"data\":"),
    Wire.utf8("{\"jsonrpc\":\"2.0\","),
    Wire.utf8("tool\0{"),
    Wire.utf8("event\0"),
    Wire.utf8("mcp\0{"),
    Wire.utf8("songSearch\0{\"message\":"),
    Wire.utf8("agentEvent\0{\"agentEventPayload\":{\"eventType\":\"alarm\",\"params\":"),
    Wire.utf8("conv\0\0"),
    Wire.utf8("subv\0\0\0\20{"),
    Wire.utf8("ctrl\0\0\0\40{\"Command\":"),
  };

  /** Bytes that have a meaning in JSON or in a frame. */
  private static final byte[] TELLING = Wire.utf8("{}[]:,\"\\0123456789eE+-. \0truefalsnu");

  @Test
  void randomBytesGiveAMessageOrACodecException() {
    var random = new Random(SEED);
    int messages = 0;
    for (int i = 0; i < RANDOM_MESSAGES; i++) {
      if (isMessage(randomBytes(random), "message " + i + " of seed " + SEED)) {
        messages++;
      }
    }
    assertTrue(messages > 0, "no random message was understood: the test tests too little");
  }

  private static byte[] randomBytes(Random random) {
    var start = STARTS[random.nextInt(STARTS.length)];
    var bytes = Arrays.copyOf(start, start.length + random.nextInt(64));
    boolean telling = random.nextBoolean();
    for (int i = start.length; i < bytes.length; i++) {
      bytes[i] = telling ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void everyTruncationOfAnExampleGivesAMessageOrACodecException() throws Exception {
    int refused = 0;
    for (var example : Wire.messageExamples()) {
      var bytes = example.bytes();
      for (int length = 0; length < bytes.length; length++) {
        if (!isMessage(Arrays.copyOf(bytes, length), example + " cut to " + length)) {
          refused++;
        }
      }
    }
    assertTrue(refused > 1000, "only " + refused + " refused: the test tests too little");
  }

  @Test
  void everyChangedByteOfAnExampleGivesAMessageOrACodecException() throws Exception {
    var random = new Random(SEED);
    int refused = 0;
    for (var example : Wire.messageExamples()) {
      var bytes = example.bytes();
      for (int at = 0; at < bytes.length; at++) {
        for (int i = 0; i < MUTATIONS_OF_A_BYTE; i++) {
          var mutated = bytes.clone();
          mutated[at] =
              i % 2 == 0
                  ? TELLING[random.nextInt(TELLING.length)]
                  : (byte) (mutated[at] ^ 1 << random.nextInt(8));
          if (!isMessage(mutated, example + ", byte " + at + ", seed " + SEED)) {
            refused++;
          }
        }
      }
    }
    assertTrue(refused > 1000, "only " + refused + " refused: the test tests too little");
  }

  /** Whether the bytes decode to a message. */
  private static boolean isMessage(byte[] bytes, String about) {
    var before = bytes.clone();
    try {
      var received = Wire.receive(bytes);
      if (received.summary().isEmpty()
          || received.signals().isEmpty()
          || received.meaning().isEmpty()
          || received.toString().isEmpty()) {
        fail(about + ": means nothing: " + received);
      }
      for (var signal : received.signals()) {
        answer(signal);
      }
      return true;
    } catch (CodecException e) {
      if (!e.path().startsWith("$") || e.getMessage().lines().count() != 1) {
        fail(about + ": a fault that no log can take: " + e.getMessage());
      }
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail(about + ": " + HexFormat.of().formatHex(bytes), e);
    } finally {
      assertArrayEquals(before, bytes, about);
    }
  }

  /** Builds the answers that the core would send: none fails, and none is empty. */
  private static void answer(Signal signal) {
    switch (signal) {
      case Signal.Answer(var message) -> assertTrue(message.encode().length > 0);
      case Signal.Call(_, Reply.Message reply) -> reply(reply);
      case Signal.ListTools(var reply) -> reply(reply);
      default -> {}
    }
  }

  private static void reply(Reply.Message reply) {
    for (var outcome :
        List.of(
            new Outcome.Done(Json.object()),
            new Outcome.Failed("range", "too loud", false),
            new Outcome.Failed("unknown", "no such tool", true))) {
      for (var message : reply.dialect().reply(reply, outcome)) {
        assertTrue(message.encode().length > 0);
      }
    }
  }
}
