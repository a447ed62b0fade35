package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.VolcMessage.Command;
import dev.deviceagent.codec.VolcMessage.Control;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialectTest {
  private static final Intent SPEAK = new Intent.Speak(new Hidden("hi"), InterruptMode.IF_IDLE);

  @Test
  void dialectsHaveTheNamesOfAConfiguration() {
    var names = Dialects.all("u", "r").keySet();
    assertEquals(List.of("aicall", "nertc", "volcengine"), List.copyOf(names));
  }

  @Test
  void aiCallSaysOneMessageEach() {
    assertSays(
        "aicall", new Intent.AskPushToTalk(true), aiCall(new AiCallMessage.SetPushToTalk(true)));
    assertSays(
        "aicall", new Intent.AskPushToTalk(false), aiCall(new AiCallMessage.SetPushToTalk(false)));
    assertSays("aicall", new Intent.StartTalk(), aiCall(new AiCallMessage.StartTalking()));
    assertSays("aicall", new Intent.FinishTalk(), aiCall(new AiCallMessage.FinishTalking()));
    assertSays("aicall", new Intent.CancelTalk(), aiCall(new AiCallMessage.CancelTalking()));
    assertSays("aicall", new Intent.Interrupt(), aiCall(new AiCallMessage.Interrupt()));
    assertSays("aicall", SPEAK);
  }

  private static AiCallMessage aiCall(AiCallMessage.Body body) {
    return new AiCallMessage(null, "u", "r", body);
  }

  @Test
  void nertcCallsTheSdk() {
    assertSays("nertc", new Intent.AskPushToTalk(true));
    assertSays("nertc", new Intent.AskPushToTalk(false));
    assertSays("nertc", new Intent.StartTalk(), new NertcCall.StartListen());
    assertSays("nertc", new Intent.FinishTalk(), new NertcCall.StopListen());
    assertSays(
        "nertc", new Intent.CancelTalk(), new NertcCall.StopListen(), new NertcCall.Interrupt());
    assertSays("nertc", new Intent.Interrupt(), new NertcCall.Interrupt());
    assertSays("nertc", SPEAK, new NertcCall.ExternalTts("hi", InterruptMode.IF_IDLE, true));
  }

  @Test
  void volcengineSendsCommands() {
    var interrupt = new Control(Command.INTERRUPT);
    assertSays("volcengine", new Intent.AskPushToTalk(true));
    assertSays("volcengine", new Intent.AskPushToTalk(false));
    assertSays("volcengine", new Intent.StartTalk(), interrupt);
    assertSays("volcengine", new Intent.FinishTalk(), new Control(Command.FINISH));
    assertSays("volcengine", new Intent.CancelTalk(), interrupt);
    assertSays("volcengine", new Intent.Interrupt(), interrupt);
    assertSays("volcengine", SPEAK, new Control(Command.speak("hi", InterruptMode.IF_IDLE)));
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheFirstPieceOfALongTextKeepsItsMode(InterruptMode mode) {
    var text = "字".repeat(450);
    assertSays(
        "volcengine",
        new Intent.Speak(new Hidden(text), mode),
        new Control(Command.speak("字".repeat(200), mode)),
        new Control(Command.speak("字".repeat(200), InterruptMode.AFTER)),
        new Control(Command.speak("字".repeat(50), InterruptMode.AFTER)));
  }

  @Test
  void nertcSpeaksALongTextWhole() {
    var text = "字".repeat(450);
    assertSays(
        "nertc",
        new Intent.Speak(new Hidden(text), InterruptMode.NOW),
        new NertcCall.ExternalTts(text, InterruptMode.NOW, true));
  }

  @Test
  void blankTextIsNotSpoken() {
    assertSays("volcengine", new Intent.Speak(new Hidden(" \n"), InterruptMode.NOW));
  }

  @Test
  void dialectThatCanSpeakHasAMessageForIt() {
    for (var dialect : Dialects.all("u", "r").values()) {
      assertEquals(dialect.canSpeak(), !dialect.say(SPEAK).isEmpty());
    }
  }

  @Test
  void everythingSaidIsUnderstoodAgain() throws CodecException {
    var said = new ArrayList<Message>();
    for (var dialect : Dialects.all("u", "r").values()) {
      for (var intent :
          List.of(
              new Intent.AskPushToTalk(true),
              new Intent.StartTalk(),
              new Intent.FinishTalk(),
              new Intent.CancelTalk(),
              new Intent.Interrupt(),
              SPEAK)) {
        said.addAll(dialect.say(intent));
      }
    }
    assertTrue(said.size() > 12);
    for (var message : said) {
      assertEquals(message, Messages.decode(Messages.encode(message)));
    }
  }

  private static void assertSays(String name, Intent intent, Message... messages) {
    var dialect = Dialects.all("u", "r").get(name);
    assertNotNull(dialect);
    assertEquals(List.of(messages), dialect.say(intent));
  }
}
