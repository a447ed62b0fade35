package dev.deviceagent.codec.nertc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NertcDialectTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("nertc");
  private static final ToCloud START = new NertcCall.StartListen();
  private static final ToCloud STOP = new NertcCall.StopListen();
  private static final ToCloud INTERRUPT = new NertcCall.Interrupt();

  @Test
  void everyIntentIsACallOfTheSdk() {
    assertSays(new Intent.AskPushToTalk(true));
    assertSays(new Intent.AskPushToTalk(false));
    assertSays(new Intent.StartTalk(false), START);
    assertSays(new Intent.FinishTalk(), STOP);
    assertSays(Intent.CancelTalk.CUT_OFF, STOP, INTERRUPT);
    assertSays(new Intent.Interrupt(), INTERRUPT);
  }

  /** The listening call does not interrupt the AI. */
  @Test
  void startOverTheAiInterruptsItFirst() {
    assertSays(new Intent.StartTalk(true), INTERRUPT, START);
  }

  @ParameterizedTest
  @EnumSource
  void wordsAreHandedOverWhole(InterruptMode mode) {
    var text = new Redacted("字".repeat(450));
    for (var isAiBusy : new boolean[] {false, true}) {
      assertSays(
          new Intent.Speak(text, mode, isAiBusy), new NertcCall.ExternalTts(text, mode, true));
    }
    assertSays(new Intent.Ask(text, mode), new NertcCall.LlmPrompt(text, mode));
  }

  @Test
  void wordsAreCutAtTheLimit() {
    var most = new Redacted("字".repeat(Limits.SPOKEN_CODE_POINTS));
    var more = new Redacted(most.text() + "字");
    assertSays(
        new Intent.Speak(more, InterruptMode.NOW, false),
        new NertcCall.ExternalTts(most, InterruptMode.NOW, true));
    assertSays(
        new Intent.Ask(more, InterruptMode.NOW), new NertcCall.LlmPrompt(most, InterruptMode.NOW));
  }

  /**
   * NERTC has no call that cancels a talk: the talk is finished and its answer is interrupted. The
   * exception is a tap that began over the AI and left it silent: its start has already
   * interrupted.
   */
  @ParameterizedTest
  @CsvSource({
    "true, true, false, false",
    "true, true, true, true",
    "true, false, true, true",
    "true, false, false, true",
    "false, true, true, true",
    "false, true, false, true",
    "false, false, true, true",
    "false, false, false, true"
  })
  void cancelledTalkIsFinishedAndInterrupted(
      boolean isTap, boolean beganOverAi, boolean isAiSpeaking, boolean isInterrupted) {
    var cancel = new Intent.CancelTalk(isTap, beganOverAi, isAiSpeaking);
    assertSays(cancel, isInterrupted ? new ToCloud[] {STOP, INTERRUPT} : new ToCloud[] {STOP});
  }

  @Test
  void oneTapOverTheAiInterruptsItOnce() {
    var press = new ArrayList<>(DIALECT.say(new Intent.StartTalk(true)));
    press.addAll(DIALECT.say(new Intent.CancelTalk(true, true, false)));
    assertEquals(List.of(INTERRUPT, START, STOP), press);
  }

  @Test
  void resultGoesBackAsAnAnswerOfMcp() {
    var reply = new Reply.Message(DIALECT, "tools/call", Json.of(12));
    var messages = DIALECT.reply(reply, new Outcome.Done(Json.object().with("volume", 40)));
    assertEquals(1, messages.size());
    assertEquals(
        Json.object()
            .with("call", "nertc_ai_reply_mcp_tool_call")
            .with(
                "payload",
                "{\"jsonrpc\":\"2.0\",\"id\":12,\"result\":{\"content\":[{\"type\":\"text\","
                    + "\"text\":\"{\\\"ok\\\":true,\\\"volume\\\":40}\"}],\"isError\":false}}")
            .toString(),
        Wire.text(messages.getFirst().encode()));
  }

  private static void assertSays(Intent intent, ToCloud... messages) {
    assertEquals(List.of(messages), DIALECT.say(intent));
  }
}
