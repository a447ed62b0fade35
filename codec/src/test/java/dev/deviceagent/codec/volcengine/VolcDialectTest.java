package dev.deviceagent.codec.volcengine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolcDialectTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("volcengine");
  private static final ToCloud INTERRUPT = new VolcFrame.Interrupt();
  private static final Redacted LONG = new Redacted("字".repeat(450));

  @Test
  void everyIntentIsACommand() {
    assertSays(new Intent.AskPushToTalk(true));
    assertSays(new Intent.AskPushToTalk(false));
    assertSays(new Intent.StartTalk(false), INTERRUPT);
    assertSays(new Intent.StartTalk(true), INTERRUPT);
    assertSays(new Intent.FinishTalk(), new VolcFrame.FinishSpeechRecognition());
    assertSays(Intent.CancelTalk.CUT_OFF, INTERRUPT);
    assertSays(new Intent.Interrupt(), INTERRUPT);
  }

  /**
   * Each start interrupts. A cancel interrupts too, to stop the answer to what was said; after a
   * tap, only if the AI speaks.
   */
  @ParameterizedTest
  @CsvSource({
    "true, true, false, 1",
    "true, false, false, 1",
    "true, true, true, 2",
    "true, false, true, 2",
    "false, true, false, 2",
    "false, false, false, 2",
    "false, true, true, 2",
    "false, false, true, 2"
  })
  void pressInterruptsAtItsStartAndWhereTheAiAnswers(
      boolean isTap, boolean beganOverAi, boolean isAiSpeaking, int interrupts) {
    var press = new ArrayList<>(DIALECT.say(new Intent.StartTalk(beganOverAi)));
    press.addAll(DIALECT.say(new Intent.CancelTalk(isTap, beganOverAi, isAiSpeaking)));
    assertEquals(List.of(INTERRUPT, INTERRUPT).subList(0, interrupts), press);
  }

  @ParameterizedTest
  @EnumSource
  void onePieceKeepsItsMode(InterruptMode mode) {
    var hi = new Redacted("hi");
    for (var isAiBusy : new boolean[] {false, true}) {
      assertSays(
          new Intent.Speak(hi, mode, isAiBusy), new VolcFrame.ExternalTextToSpeech(hi, mode));
      var most = new Redacted("字".repeat(200));
      assertSays(
          new Intent.Speak(most, mode, isAiBusy), new VolcFrame.ExternalTextToSpeech(most, mode));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOW", "AFTER"})
  void onlyTheFirstPieceKeepsItsMode(InterruptMode mode) {
    for (var isAiBusy : new boolean[] {false, true}) {
      assertSays(new Intent.Speak(LONG, mode, isAiBusy), pieces(mode));
    }
  }

  /**
   * With the mode of the first piece, later pieces would be dropped: the first piece makes the AI
   * busy.
   */
  @Test
  void piecesThatAreDroppedIfBusyAreDroppedTogether() {
    assertSays(new Intent.Speak(LONG, InterruptMode.IF_IDLE, true));
    assertSays(new Intent.Speak(LONG, InterruptMode.IF_IDLE, false), pieces(InterruptMode.AFTER));
  }

  private static ToCloud[] pieces(InterruptMode first) {
    return new ToCloud[] {
      new VolcFrame.ExternalTextToSpeech(new Redacted("字".repeat(200)), first),
      new VolcFrame.ExternalTextToSpeech(new Redacted("字".repeat(200)), InterruptMode.AFTER),
      new VolcFrame.ExternalTextToSpeech(new Redacted("字".repeat(50)), InterruptMode.AFTER)
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void blankTextIsNotSpoken(String text) {
    for (var mode : InterruptMode.values()) {
      assertSays(new Intent.Speak(new Redacted(text), mode, false));
    }
  }

  @ParameterizedTest
  @EnumSource
  void questionIsOneCommand(InterruptMode mode) {
    var hi = new Redacted("hi");
    assertSays(new Intent.Ask(hi, mode), new VolcFrame.ExternalTextToLlm(hi, mode));
    assertSays(
        new Intent.Ask(LONG, mode),
        new VolcFrame.ExternalTextToLlm(new Redacted("字".repeat(200)), mode));
  }

  private static void assertSays(Intent intent, ToCloud... messages) {
    assertEquals(List.of(messages), DIALECT.say(intent));
  }
}
