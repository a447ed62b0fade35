package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedTest {
  @Test
  void messageOfNoSignalsIsUnused() {
    var nothing = new Received("nertc", "tool []", List.of());
    assertEquals(List.of(new Signal.Unused("The message is empty.")), nothing.signals());
    assertEquals("The message is empty.", nothing.meaning());
  }

  @Test
  void meaningIsASentenceForEachKindOfSignal() {
    var call = new ToolCall(null, "SetVolume", new ToolCall.Arguments.Given(Json.object()));
    var received =
        new Received(
            "nertc",
            "tool",
            List.of(
                new Signal.Subtitle(Signal.Speaker.OWNER, new Redacted("louder")),
                new Signal.Call(call, new Reply.Spoken()),
                new Signal.Call(call, new Reply.Spoken())));
    assertEquals("Subtitles; not shown. The AI calls SetVolume.", received.meaning());
  }
}
