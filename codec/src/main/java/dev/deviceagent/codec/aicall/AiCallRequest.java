package dev.deviceagent.codec.aicall;

import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.ToCloud;
import org.jspecify.annotations.Nullable;

/**
 * A message to AICall's data channel. Source: the page "push-to-talk" of Intelligent Media
 * Services, and the kit AUIAICall 1.8.0.
 *
 * @param user this device's id in the room
 * @param agent the AI's id in the room
 */
record AiCallRequest(Kind kind, String user, String agent, @Nullable Json data) implements ToCloud {
  /** The numbers that this agent sends. */
  enum Kind {
    INTERRUPT(1101, "Interrupt"),
    SET_PUSH_TO_TALK(1105, "SetPushToTalk"),
    START_TALKING(1106, "StartTalking"),
    FINISH_TALKING(1107, "FinishTalking"),
    CANCEL_TALKING(1108, "CancelTalking");

    private final int number;
    private final String title;

    Kind(int number, String title) {
      this.number = number;
      this.title = title;
    }
  }

  @Override
  public String summary() {
    return kind.number + " " + kind.title;
  }

  @Override
  public byte[] encode() {
    return JsonWriter.utf8(
        Json.object()
            .with("type", kind.number)
            .with("senderId", user)
            .with("receiverId", agent)
            .withOptional("data", data));
  }
}
