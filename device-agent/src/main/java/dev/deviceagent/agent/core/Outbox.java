package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Hidden;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Message;
import dev.deviceagent.codec.SpokenText;
import org.jspecify.annotations.Nullable;

/**
 * Says things to the cloud in the configured dialect, and to the bridge; only while there is one.
 */
final class Outbox {
  private final Dialect dialect;
  private final @Nullable Dialect speech;
  private final Hands hands;
  private final Counters counters;
  private final RemoteLog log;
  private boolean connected;

  /**
   * @param speech what words to be spoken go out in; null where they do not
   */
  Outbox(Dialect dialect, @Nullable Dialect speech, Hands hands, Counters counters, RemoteLog log) {
    this.log = log;
    this.dialect = dialect;
    this.speech = speech;
    this.hands = hands;
    this.counters = counters;
  }

  void connected(boolean connected) {
    this.connected = connected;
  }

  void say(Intent intent) {
    var mark = mark(intent);
    for (var message : dialect.say(intent)) {
      send(message, mark);
      mark = TalkMark.NONE; // the first of several is what starts or ends
    }
  }

  private static TalkMark mark(Intent intent) {
    return switch (intent) {
      case Intent.StartTalk _ -> TalkMark.START;
      case Intent.FinishTalk _, Intent.CancelTalk _ -> TalkMark.END;
      case Intent.AskPushToTalk _, Intent.Interrupt _, Intent.Speak _ -> TalkMark.NONE;
    };
  }

  /** Has the AI speak. What cannot be spoken is written down, without the words. */
  void speak(String text, InterruptMode mode) {
    if (speech == null) {
      log.info("not spoken: link.speak is none");
    } else if (!connected) {
      log.warn("not spoken: there is no bridge");
    } else {
      var spoken = SpokenText.cut(text);
      if (spoken.length() < text.strip().length()) {
        log.warn("only {} of {} characters are spoken", spoken.length(), text.length());
      }
      speech.say(new Intent.Speak(new Hidden(spoken), mode)).forEach(this::send);
    }
  }

  void send(Message message) {
    send(message, TalkMark.NONE);
  }

  private void send(Message message, TalkMark mark) {
    if (connected) {
      counters.framesOut++;
      hands.send(message, mark);
    }
  }

  void tell(Json.Obj control) {
    if (connected) {
      counters.framesOut++;
      hands.tell(control);
    }
  }
}
