package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Hidden;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Message;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Says things to the cloud in the configured dialect, and to the bridge; only while there is one.
 */
final class Outbox {
  private final Dialect dialect;
  private final @Nullable Dialect speech;
  private final Hands hands;
  private final Counters counters;
  private boolean connected;

  /**
   * @param speech what words to be spoken go out in; null where they do not
   */
  Outbox(Dialect dialect, @Nullable Dialect speech, Hands hands, Counters counters) {
    this.dialect = dialect;
    this.speech = speech;
    this.hands = hands;
    this.counters = counters;
  }

  void connected(boolean connected) {
    this.connected = connected;
  }

  void say(Intent intent) {
    dialect.say(intent).forEach(this::send);
  }

  /** Has the AI speak. What cannot be spoken is written down, without the words. */
  void speak(String text, InterruptMode mode) {
    if (speech == null) {
      Logger.info("not spoken: link.speak is none");
    } else if (!connected) {
      Logger.warn("not spoken: there is no bridge");
    } else {
      speech.say(new Intent.Speak(new Hidden(text), mode)).forEach(this::send);
    }
  }

  void send(Message message) {
    if (connected) {
      counters.framesOut++;
      hands.send(message);
    }
  }

  void tell(Json.Obj control) {
    if (connected) {
      counters.framesOut++;
      hands.tell(control);
    }
  }
}
