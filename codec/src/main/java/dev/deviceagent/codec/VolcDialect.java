package dev.deviceagent.codec;

import dev.deviceagent.codec.VolcMessage.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Volcengine's: {@code ctrl} frames. There is no word for the start of a talk: it interrupts, and
 * ends with FinishSpeechRecognition (page 6348/1544164, with TurnDetectionMode 1). Nor is there one
 * for a cancelled talk, so what it began is interrupted.
 */
record VolcDialect() implements Dialect {
  @Override
  public List<Message> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk _ -> List.of();
      case Intent.StartTalk(), Intent.CancelTalk(), Intent.Interrupt() ->
          List.of(new VolcMessage.Control(Command.INTERRUPT));
      case Intent.FinishTalk() -> List.of(new VolcMessage.Control(Command.FINISH));
      case Intent.Speak(var text, var mode) -> speak(text.text(), mode);
    };
  }

  /** A second piece spoken "now" would cut off the first: all but the first wait their turn. */
  private static List<Message> speak(String text, InterruptMode mode) {
    var frames = new ArrayList<Message>();
    for (var piece : SpokenText.split(SpokenText.cut(text))) {
      var when = frames.isEmpty() ? mode : InterruptMode.AFTER;
      frames.add(new VolcMessage.Control(Command.speak(piece, when)));
    }
    return frames;
  }

  @Override
  public boolean canSpeak() {
    return true;
  }
}
