package dev.deviceagent.codec;

import java.util.List;

/**
 * NERTC's: calls of its SDK. Push-to-talk is the engine's mode from its creation on, so it is not
 * asked for; and there is no call for a cancelled talk, so it is finished and its answer
 * interrupted.
 */
record NertcDialect() implements Dialect {
  @Override
  public List<Message> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk _ -> List.of();
      case Intent.StartTalk() -> List.of(new NertcCall.StartListen());
      case Intent.FinishTalk() -> List.of(new NertcCall.StopListen());
      case Intent.CancelTalk() -> List.of(new NertcCall.StopListen(), new NertcCall.Interrupt());
      case Intent.Interrupt() -> List.of(new NertcCall.Interrupt());
      case Intent.Speak(var text, var mode) ->
          List.of(new NertcCall.ExternalTts(SpokenText.cut(text.text()), mode, true));
    };
  }

  @Override
  public boolean canSpeak() {
    return true;
  }
}
