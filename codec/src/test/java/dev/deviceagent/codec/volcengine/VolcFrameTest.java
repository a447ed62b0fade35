package dev.deviceagent.codec.volcengine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolcFrameTest {
  @Test
  void interruptIsTheseBytes() {
    assertArrayEquals(
        Wire.hex(
            """
            63 74 72 6c 00 00 00 17
            7b 22 43 6f 6d 6d 61 6e 64 22 3a 22 69 6e 74 65 72 72 75 70 74 22 7d
            """),
        new VolcFrame.Interrupt().encode());
  }

  @Test
  void lengthCountsBytesAndNotCharacters() {
    assertArrayEquals(
        Wire.hex(
            """
            63 74 72 6c 00 00 00 47
            7b 22 43 6f 6d 6d 61 6e 64 22 3a 22
            45 78 74 65 72 6e 61 6c 54 65 78 74 54 6f 53 70 65 65 63 68
            22 2c 22 4d 65 73 73 61 67 65 22 3a 22
            e4 bd a0 e5 a5 bd
            22 2c 22 49 6e 74 65 72 72 75 70 74 4d 6f 64 65 22 3a 32 7d
            """),
        new VolcFrame.ExternalTextToSpeech(new Redacted("你好"), InterruptMode.AFTER).encode());
  }

  @Test
  void everyFrameHasItsMagicAndItsJson() {
    var hi = new Redacted("hi");
    assertFrame(new VolcFrame.Interrupt(), "ctrl interrupt", "ctrl", "{\"Command\":\"interrupt\"}");
    assertFrame(
        new VolcFrame.FinishSpeechRecognition(),
        "ctrl FinishSpeechRecognition",
        "ctrl",
        "{\"Command\":\"FinishSpeechRecognition\"}");
    assertFrame(
        new VolcFrame.ExternalTextToSpeech(hi, InterruptMode.NOW),
        "ctrl ExternalTextToSpeech",
        "ctrl",
        "{\"Command\":\"ExternalTextToSpeech\",\"Message\":\"hi\",\"InterruptMode\":1}");
    assertFrame(
        new VolcFrame.ExternalTextToLlm(hi, InterruptMode.IF_IDLE),
        "ctrl ExternalTextToLLM",
        "ctrl",
        "{\"Command\":\"ExternalTextToLLM\",\"Message\":\"hi\",\"InterruptMode\":3}");
    assertFrame(
        new VolcFrame.FunctionResult(Json.of("c"), "晴"),
        "func",
        "func",
        "{\"ToolCallID\":\"c\",\"Content\":\"晴\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "1e3", "12345678901234567890"})
  void idThatIsANumberStaysOne(String id) {
    assertFrame(
        new VolcFrame.FunctionResult(new Json.Num(id), "{}"),
        "func",
        "func",
        "{\"ToolCallID\":" + id + ",\"Content\":\"{}\"}");
  }

  private static void assertFrame(VolcFrame frame, String summary, String magic, String json) {
    assertArrayEquals(Wire.frame(magic, json), frame.encode());
    assertEquals(summary, frame.summary());
  }

  @ParameterizedTest
  @EnumSource
  void textOf200CodePointsIsTakenAndNoMore(InterruptMode mode) {
    for (var character : List.of("a", "你", "😀")) {
      var most = new Redacted(character.repeat(200));
      var more = new Redacted(character.repeat(201));
      assertFrame(
          new VolcFrame.ExternalTextToSpeech(most, mode),
          "ctrl ExternalTextToSpeech",
          "ctrl",
          Json.object()
              .with("Command", "ExternalTextToSpeech")
              .with("Message", most.text())
              .with("InterruptMode", mode.number())
              .toString());
      assertEquals(most, new VolcFrame.ExternalTextToLlm(most, mode).text());
      assertThrows(
          IllegalArgumentException.class, () -> new VolcFrame.ExternalTextToSpeech(more, mode));
      assertThrows(
          IllegalArgumentException.class, () -> new VolcFrame.ExternalTextToLlm(more, mode));
    }
  }
}
