package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.SpokenText;
import dev.deviceagent.codec.ToCloud;
import org.jspecify.annotations.Nullable;

/**
 * The sender: sends intents to the cloud in the configured dialect, and control messages to the
 * bridge. Sends only while a bridge is connected.
 */
final class Sender {
  private final Dialect dialect;
  private final @Nullable Dialect speech;
  private final Actuators actuators;
  private final Counters counters;
  private final Conversation conversation;
  private final RemoteLog log;
  private boolean connected;

  /**
   * @param speech the dialect for words to be spoken; null if they are not sent
   */
  Sender(
      Dialect dialect,
      @Nullable Dialect speech,
      Actuators actuators,
      Counters counters,
      Conversation conversation,
      RemoteLog log) {
    this.conversation = conversation;
    this.log = log;
    this.dialect = dialect;
    this.speech = speech;
    this.actuators = actuators;
    this.counters = counters;
  }

  void connected(boolean connected) {
    this.connected = connected;
  }

  /**
   * A talk begins with the last message of its start and ends with the first message of its end.
   */
  void say(Intent intent) {
    var messages = dialect.say(intent);
    var mark = mark(intent);
    if (messages.isEmpty() && mark != TalkMark.NONE && connected) {
      actuators.mark(mark);
    }
    int marked = mark == TalkMark.START ? messages.size() - 1 : 0;
    for (int i = 0; i < messages.size(); i++) {
      send(messages.get(i), intent.meaning(), i == marked ? mark : TalkMark.NONE);
    }
  }

  private static TalkMark mark(Intent intent) {
    return switch (intent) {
      case Intent.StartTalk _ -> TalkMark.START;
      case Intent.FinishTalk _, Intent.CancelTalk _ -> TalkMark.END;
      case Intent.AskPushToTalk _, Intent.Interrupt _, Intent.Speak _, Intent.Ask _ ->
          TalkMark.NONE;
    };
  }

  /** Makes the AI speak. If it cannot, logs the reason without the words. */
  void speak(String text, InterruptMode mode) {
    if (speech == null) {
      log.info("not spoken: link.speak is none");
    } else if (!connected) {
      log.warn("not spoken: no bridge is connected");
    } else {
      var spoken = SpokenText.cut(text);
      if (spoken.length() < text.strip().length()) {
        log.warn("only {} of {} characters are spoken", spoken.length(), text.length());
      }
      say(speech, new Intent.Speak(new Redacted(spoken), mode, conversation.isBusy()));
    }
  }

  /** Makes the AI answer a text. */
  void ask(String text, InterruptMode mode) {
    if (speech == null || !speech.abilities().asks()) {
      log.info("not asked: the dialect of link.speak cannot ask the AI");
    } else if (!connected) {
      log.warn("not asked: no bridge is connected");
    } else {
      say(speech, new Intent.Ask(new Redacted(text), mode));
    }
  }

  private void say(Dialect words, Intent intent) {
    words.say(intent).forEach(message -> send(message, intent.meaning()));
  }

  /** Sends the result of a call. */
  void reply(Reply.Message reply, Outcome outcome) {
    reply
        .dialect()
        .reply(reply, outcome)
        .forEach(message -> send(message, "The result of a tool call."));
  }

  /** Sends a message unchanged. */
  void send(ToCloud message, String meaning) {
    send(message, meaning, TalkMark.NONE);
  }

  private void send(ToCloud message, String meaning, TalkMark mark) {
    if (connected) {
      counters.framesOut++;
      actuators.send(message, meaning, mark);
    }
  }

  /** Tells the bridge that the conversation is over and that it may leave the room. */
  void leave() {
    tell(Json.object().with("link", "leave"));
  }

  void tell(Json.Obj control) {
    if (connected) {
      counters.framesOut++;
      actuators.tell(control);
    }
  }
}
