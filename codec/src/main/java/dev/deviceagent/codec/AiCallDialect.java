package dev.deviceagent.codec;

import java.util.List;

/** Alibaba's: one data channel message each. Words cannot be handed over on it. */
record AiCallDialect(String user, String agent) implements Dialect {
  @Override
  public List<Message> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk(var enable) -> message(new AiCallMessage.SetPushToTalk(enable));
      case Intent.StartTalk() -> message(new AiCallMessage.StartTalking());
      case Intent.FinishTalk() -> message(new AiCallMessage.FinishTalking());
      case Intent.CancelTalk() -> message(new AiCallMessage.CancelTalking());
      case Intent.Interrupt() -> message(new AiCallMessage.Interrupt());
      case Intent.Speak _ -> List.of();
    };
  }

  private List<Message> message(AiCallMessage.Body body) {
    return List.of(new AiCallMessage(null, user, agent, body));
  }

  @Override
  public boolean canSpeak() {
    return false;
  }
}
